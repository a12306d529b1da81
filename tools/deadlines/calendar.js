/** A calendar file (iCalendar, RFC 5545) with one all-day event for each date and a reminder on the morning before. */

// The package's front door checks events with yup, which weighs five times as much as the rest; these are its formatters.
import { formatEvent, formatFooter, formatHeader } from "../../node_modules/ics/dist/pipeline/format.js";

import { isoDate } from "../civil-date/civil-date.js";

/** From midnight of the day back to nine in the morning of the day before. */
const REMINDER = { before: true, hours: 15 };

/**
 * @param {{name: string, date: import("../civil-date/civil-date.js").CivilDate, title: string, description: string}[]} events
 * @param {{productId: string, calendar: string, timestamp: number}} about timestamp in ms since 1970
 * @returns {string}
 */
export function calendarFile(events, { productId, calendar, timestamp }) {
  const body = events.map(({ name, date, title, description }) => formatEvent({
    uid: `${name}-${isoDate(date)}@weilidai-guide`,
    timestamp,
    start: [date.year, date.month, date.day],
    title,
    description,
    transp: "TRANSPARENT",
    alarms: [{ action: "display", description: title, trigger: REMINDER }],
  }));
  return [formatHeader({ productId, calName: calendar }), ...body, formatFooter()].join("");
}
