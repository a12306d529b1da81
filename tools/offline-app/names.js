/** How the names of the guide's copies begin, among all that a host's sites keep. */
export const CACHES = "weilidai-guide-";
