/** Reads Chinese aloud where this device itself has a Mandarin voice: one that asks a server would send what was typed. */

const MANDARIN = /^(zh|cmn)([-_](hans|hant|cn|sg|tw))*$/i;
const PACE = 0.85;

/** Tells styles, by `data-speaks` at the root, whether there is a voice; some browsers find theirs late. */
export function watchVoices() {
  if (!window.speechSynthesis || !window.SpeechSynthesisUtterance) return;
  const look = () => document.documentElement.toggleAttribute("data-speaks", Boolean(voice()));
  look();
  window.speechSynthesis.onvoiceschanged = look;
}

/** @param {string} text Chinese; a blank in it is a pause */
export function readAloud(text) {
  const utterance = new SpeechSynthesisUtterance(text.replace(/【[^】]*】/g, "，"));
  utterance.voice = voice();
  utterance.lang = utterance.voice.lang;
  utterance.rate = PACE;
  window.speechSynthesis.cancel();
  window.speechSynthesis.speak(utterance);
}

function voice() {
  const voices = window.speechSynthesis.getVoices().filter(({ lang, localService }) => localService && MANDARIN.test(lang));
  return voices.find(({ lang }) => /cn|hans/i.test(lang)) || voices[0];
}
