// Lint of the stylesheets: known properties and values, nothing said twice, colours only where they are named.
const COLOURS = ["/#[0-9a-f]{3,8}\\b/i", "/\\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\\(/"];
// Room in quarters of 1rem; corners and lines by their names.
const ROOM = {
  "/^(margin|padding|gap)/": ["/(^|[\\s-])\\d*\\.(?!25rem|5rem|75rem)\\d+rem/"],
  "/^border-radius/": ["/rem/"],
  "/^border/": ["/1px solid var\\(--line\\)/"],
};
const NAMED_HERE = ["styles/base/00-tokens.css", "styles/print.css", "styles/paper/paper.css"];

export default {
  extends: "stylelint-config-recommended",
  ignoreFiles: ["build/**", "dist/**", "site/**", "node_modules/**"],
  reportInvalidScopeDisables: true,
  reportNeedlessDisables: true,
  rules: {
    "color-named": "never",
    // Five sizes of text (styles/base/00-tokens.css); px in drawings, whose units are not the page's; the root's is what a reader chose.
    "declaration-property-value-allowed-list": { "font-size": ["/^var\\(--/", "1rem", "inherit", "/^calc\\(/", "/px$/", "/%$/", "/pt$/"] },
    "declaration-property-value-disallowed-list": { "/^/": COLOURS, ...ROOM },
    // Nothing is fetched from elsewhere, nor from the guide by a sheet.
    "function-url-scheme-allowed-list": ["data"],
    // Sheets follow the parts of a page, not the weight of their selectors.
    "no-descending-specificity": null,
  },
  overrides: [
    { files: NAMED_HERE, rules: { "declaration-property-value-disallowed-list": { "/^(?!--)/": COLOURS } } },
    { files: ["styles/paper/paper.css"], rules: { "declaration-property-value-allowed-list": {} } }, // has a scale of its own
  ],
};
