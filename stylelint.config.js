// Lint of the stylesheets: known properties and values, nothing said twice, colours only where they are named.
const COLOURS = ["/#[0-9a-f]{3,8}\\b/i", "/\\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\\(/"];
const NAMED_HERE = ["styles/base/00-tokens.css", "styles/print.css", "styles/paper/paper.css"];

export default {
  extends: "stylelint-config-recommended",
  ignoreFiles: ["build/**", "dist/**", "site/**", "node_modules/**"],
  reportInvalidScopeDisables: true,
  reportNeedlessDisables: true,
  rules: {
    "color-named": "never",
    "declaration-property-value-disallowed-list": { "/^/": COLOURS },
    // Nothing is fetched from elsewhere, nor from the guide by a sheet.
    "function-url-scheme-allowed-list": ["data"],
    // Sheets follow the parts of a page, not the weight of their selectors.
    "no-descending-specificity": null,
  },
  overrides: [{ files: NAMED_HERE, rules: { "declaration-property-value-disallowed-list": { "/^(?!--)/": COLOURS } } }],
};
