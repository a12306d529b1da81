// What each page of the web does before its first paint.
import "./theme.js";
import { loadLater } from "./later.js";

loadLater(window);
