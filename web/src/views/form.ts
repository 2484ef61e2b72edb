import { h, type Child } from "../dom.js";
import { say } from "../texts/texts.js";
import type { Shell } from "./view.js";
export const form = (_: Shell): Child[] => [h("h2", {}, say("form_title"))];
