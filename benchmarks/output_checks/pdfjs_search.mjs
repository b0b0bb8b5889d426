// node pdfjs_search.mjs FOLDER FILE WORDS …: prints how often each of the words is found in a PDF by the search of
// Firefox' viewer; FOLDER is that of the npm package pdfjs-dist
import { pathToFileURL } from "node:url";

const [folder, file, ...words] = process.argv.slice(2);
const load = (part) => import(pathToFileURL(`${folder}/legacy/${part}`));
// the viewer's module looks at a document while it is loaded; its search needs none
const nothing = new Proxy(function () {}, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => "" : nothing),
  apply: () => nothing,
  construct: () => nothing,
});
globalThis.document = nothing;
globalThis.window = { requestAnimationFrame: (done) => done(), addEventListener() {} };
globalThis.navigator ??= { language: "en", userAgent: "", platform: "" };
globalThis.pdfjsLib = await load("build/pdf.mjs");
const { EventBus, PDFFindController } = await load("web/pdf_viewer.mjs");
const pdf = await globalThis.pdfjsLib.getDocument({ url: file, verbosity: 0, disableFontFace: true }).promise;
const linkService = { page: 1, pagesCount: pdf.numPages };
for (const query of words) {
  const eventBus = new EventBus();
  const finder = new PDFFindController({ linkService, eventBus });
  finder.setDocument(pdf);
  const asked = { type: "again", query, caseSensitive: true, highlightAll: true };
  const settled = new Promise((resolve) =>
    eventBus._on("updatefindcontrolstate", ({ state }) => state !== 3 && setTimeout(resolve, 0)),
  );
  eventBus.dispatch("find", asked);
  await settled;
  await Promise.all(finder._extractTextPromises);
  await new Promise((resolve) => setTimeout(resolve, 0));
  console.log(finder.pageMatches.flat().length);
}
