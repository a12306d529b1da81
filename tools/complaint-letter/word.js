/**
 * The letter as a Word file: the three parts that WordprocessingML asks for, in a zip archive. The `docx` package would
 * do the same with 67 KB of script against 2, and a letter needs nothing but paragraphs.
 */

import { storedZip } from "../save-file/stored-zip.js";

const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}"/></Types>`;
const RELATIONSHIPS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE_DOCUMENT}" Target="word/document.xml"/></Relationships>`;
// A4 with margins of 2.5 cm, in twentieths of a point.
const PAGE = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>';

/** MIME type of a Word file. */
export const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * @param {string} title
 * @param {string[]} paragraphs a line break inside one stays a line break
 * @returns {Uint8Array<ArrayBuffer>} the file
 */
export function wordFile(title, paragraphs) {
  const body = paragraph(title, { size: 36, isTitle: true }) + paragraphs.map((text) => paragraph(text, { size: 24 })).join("");
  return storedZip({
    "[Content_Types].xml": CONTENT_TYPES,
    "_rels/.rels": RELATIONSHIPS,
    "word/document.xml": `${HEAD}<w:document xmlns:w="${MAIN}"><w:body>${body}${PAGE}</w:body></w:document>`,
  });
}

/** @param {string} text @param {{size: number, isTitle?: boolean}} look size in half points */
function paragraph(text, { size, isTitle = false }) {
  const place = isTitle ? '<w:jc w:val="center"/>' : "";
  const look = `<w:rPr><w:rFonts w:ascii="SimSun" w:hAnsi="SimSun" w:eastAsia="SimSun"/>${isTitle ? "<w:b/>" : ""}<w:sz w:val="${size}"/><w:lang w:eastAsia="zh-CN"/></w:rPr>`;
  const lines = text.split("\n").map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`).join("<w:br/>");
  return `<w:p><w:pPr><w:spacing w:after="160" w:line="360" w:lineRule="auto"/>${place}</w:pPr><w:r>${look}${lines}</w:r></w:p>`;
}

function escapeXml(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
