// Lint of the scripts that reach readers, of their tests, and of the programs that build and measure.
import js from "@eslint/js";
import compatibility from "@mdn/browser-compat-data" with { type: "json" };
import stylistic from "@stylistic/eslint-plugin";
import globals from "globals";

/** The oldest browsers that the guide promises to serve. The bundler lowers syntax to them; calls it leaves as they are. */
const OLDEST = { chrome: 80, firefox: 78, safari: 13.1, safari_ios: 13.4 };

/** Methods of our own that bear the name of one which an old browser lacks. */
const OWN_METHODS = ["bytes", "hide", "move", "show"];

/** What an old browser lacks: asked for before it is called. */
const ASKED_FIRST = ["BigInt", "persist"];

const IN_NODE = ["**/*.mjs", "**/*.test.js", "tools/search-box/built.js", "tools/money/vectors.js", "eslint.config.js"];

export default [
  { ignores: ["build/", "dist/", "site/"] },
  js.configs.recommended,
  {
    plugins: { stylistic },
    languageOptions: { ecmaVersion: 2025 },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-implicit-globals": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
      // A control character or one of two parts is what some patterns are there to find.
      "no-control-regex": "off",
      "no-misleading-character-class": "off",
      // A problem is told again in words that an author understands; its cause would add a stack.
      "preserve-caught-error": "off",
      // What a reader types only ever becomes text.
      "no-restricted-syntax": [
        "error",
        "AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/]",
        "CallExpression > MemberExpression.callee[property.name=/^insertAdjacentHTML|setHTMLUnsafe$/]",
      ],
      "stylistic/comma-dangle": ["error", "always-multiline"],
      "stylistic/eol-last": "error",
      "stylistic/indent": ["error", 2, { offsetTernaryExpressions: true, SwitchCase: 1 }],
      "stylistic/no-trailing-spaces": "error",
      "stylistic/quotes": ["error", "double", { avoidEscape: true }],
      "stylistic/semi": "error",
    },
  },
  { files: IN_NODE, languageOptions: { globals: globals.node } },
  {
    files: ["tools/**/*.js"],
    ignores: IN_NODE,
    languageOptions: { globals: { ...globals.browser, GUIDE: "readonly" } },
    plugins: { guide: { rules: { "old-browsers": oldBrowsers() } } },
    rules: { "guide/old-browsers": "error" },
  },
];

/**
 * Names calls and globals that one of the oldest browsers lacks, by MDN's table of what browsers have. A method goes by
 * its name alone: it is named when nothing in the table that has such a method had it at the time.
 */
function oldBrowsers() {
  const { api, javascript: { builtins } } = compatibility;
  const known = new Set([...OWN_METHODS, ...ASKED_FIRST]);
  const owners = Object.entries({ ...api, ...builtins, ...builtins.Intl });
  const lackedGlobals = new Set([...owners, ...Object.entries(api.Window)].filter(([, feature]) => isLacked(feature)).map(([name]) => name));
  const had = new Set(Object.keys(api));
  const methods = new Set();
  for (const [key, feature] of owners.flatMap(([, owner]) => Object.entries(owner))) {
    const name = key.replace(/_static$/, "");
    (isLacked(feature) ? methods : had).add(name);
  }
  const lackedMethods = methods.difference(had);

  return {
    meta: { type: "problem", schema: [], messages: { lacked: "{{name}} is lacking in a browser that the guide serves" } },
    create: (context) => ({
      "CallExpression[optional=false] > MemberExpression.callee[computed=false]": ({ property }) => report(context, property, lackedMethods),
      "Program:exit": (program) => {
        const { through, variables } = context.sourceCode.getScope(program);
        const given = variables.filter(({ defs }) => !defs.length);
        for (const { identifier } of [...through, ...given.flatMap(({ references }) => references)]) report(context, identifier, lackedGlobals);
      },
    }),
  };

  function report(context, node, lacked) {
    if (lacked.has(node.name) && !known.has(node.name)) context.report({ node, messageId: "lacked", data: { name: node.name } });
  }
}

/** Whether one of the oldest browsers did not have a feature of MDN's table. */
function isLacked({ __compat: entry }) {
  return Boolean(entry) && Object.entries(OLDEST).some(([browser, version]) => !statements(entry.support[browser]).some((since) => since <= version));
}

/** The versions since which a browser has a feature under its own name, without a setting. */
function statements(support) {
  return [support].flat().filter((one) => one && !one.flags && !one.prefix && !one.alternative_name)
    .map(({ version_added: since }) => (typeof since === "string" ? parseFloat(since.replace("≤", "")) : Infinity));
}
