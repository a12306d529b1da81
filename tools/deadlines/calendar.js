/**
 * A calendar file (iCalendar, RFC 5545) with one all-day event for each date and a reminder on the morning before. An event
 * has the id of its kind and a sequence that grows with time, so that a file with a corrected date takes the older one's place.
 * npm's `ics` writes the same with 11 KB of script.
 */

import { addDays, isoDate } from "../civil-date/civil-date.js";

const LINE_BREAK = "\r\n";
/** Longest line, in bytes, before it has to go on in the next one. */
const LINE_BYTES = 75;
/** From midnight of the day back to nine in the morning of the day before. */
const REMINDER = "-PT15H";
/** 1 January 2020; sequences count seconds from here, since calendars keep them in 32 bits. */
const SEQUENCE_START_MS = 1577836800000;

/**
 * @param {{name: string, date: import("../civil-date/civil-date.js").CivilDate, title: string, description: string, reminder: string}[]} events
 *   `reminder`: what is said the day before
 * @param {{productId: string, calendar: string, timestamp: number}} about timestamp in ms since 1970
 * @returns {string}
 */
export function calendarFile(events, { productId, calendar, timestamp }) {
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "CALSCALE:GREGORIAN", `PRODID:${escaped(productId)}`, "METHOD:PUBLISH", `X-WR-CALNAME:${escaped(calendar)}`];
  const lines = [...head, ...events.flatMap((event) => eventLines(event, timestamp)), "END:VCALENDAR"];
  return lines.map((line) => folded(line) + LINE_BREAK).join("");
}

function eventLines({ name, date, title, description, reminder }, timestamp) {
  return [
    "BEGIN:VEVENT",
    `UID:${name}@weilidai-guide`,
    `SEQUENCE:${Math.floor((timestamp - SEQUENCE_START_MS) / 1000)}`,
    `DTSTAMP:${compact(new Date(timestamp).toISOString().slice(0, 19))}Z`,
    `DTSTART;VALUE=DATE:${compact(isoDate(date))}`,
    `DTEND;VALUE=DATE:${compact(isoDate(addDays(date, 1)))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(reminder)}`,
    `TRIGGER:${REMINDER}`,
    "END:VALARM",
    "END:VEVENT",
  ];
}

/** `2028-02-29` as `20280229`. */
function compact(text) {
  return text.replace(/[-:]/g, "");
}

function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** A long line goes on in the next one after a space; no character is cut. */
function folded(line) {
  const encoder = new TextEncoder();
  let text = "";
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > LINE_BYTES) {
      text += `${LINE_BREAK} `;
      bytes = 1;
    }
    text += character;
    bytes += size;
  }
  return text;
}
