/** The same cases as in a browser that has no BigInt (Safari 13). */
Reflect.deleteProperty(globalThis, "BigInt");
await import("./cases.test.js");
