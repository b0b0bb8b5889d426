// The page of one text: the text, its pages, and what was found in it.

import { Refused, attempt, get, listen, make, post, say, tabs, tell } from "./common.js";
import { Editor } from "./editor.js";
import { Sheets } from "./sheets.js";
import { lookAt, showChecks } from "./checks.js";
import { openMail } from "./mail.js";

const source = document.getElementById("top").dataset.source;
const query = `source=${encodeURIComponent(source)}`;
const at = (path) => `${path}?${query}`;

const status = document.getElementById("status");
const saved = document.getElementById("saved");
const panes = document.getElementById("main");
const undo = document.getElementById("undo");
const redo = document.getElementById("redo");

let state = null;
let base = "";

const chooseView = tabs(document.getElementById("views"), (id) => (panes.dataset.view = id.replace("pane-", "")));
const lists = [...document.querySelectorAll(".list")];
const chooseList = tabs(document.getElementById("kinds"), (id) => {
  for (const list of lists) list.hidden = list.id !== id;
  lookAt(id);
});

const editor = new Editor({
  changed: () => (saved.textContent = say("saving")),
  save: saveText,
  picked: (place) => {
    const number = findNumber(place);
    if (number) sheets.light([...number.place.boxes, ...number.tile]);
  },
  scrolled: (place) => sheets.follow(place),
});

const sheets = new Sheets({
  query,
  picked: (number) => showPlace(number.place),
  touched: (place) => showPlace(place, false),
  scrolled: (place) => editor.follow(place),
  seen: (first, last, width) => attempt(() => post(at("/look"), { first, last, width })),
});

function findNumber(place) {
  return state?.marks?.numbers.find((each) => each.place.start <= place && place <= each.place.end);
}

function showPlace(place, light = true) {
  if (panes.dataset.view !== "text" && matchMedia("(max-width: 899px)").matches) chooseView("pane-text");
  editor.select(place.start, place.end);
  if (light) sheets.light(place.boxes);
}

function showPages(boxes) {
  if (panes.dataset.view !== "pages" && matchMedia("(max-width: 899px)").matches) chooseView("pane-pages");
  sheets.light(boxes);
}

async function saveText(text, line) {
  try {
    const answer = await post(at("/text"), { base, text, line });
    base = answer.base;
    saved.textContent = say("saved");
    showHistory(answer);
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.status === 409) showConflict(error.answer.changed);
    else tell(error.message);
    saved.textContent = say("not_saved");
    return false;
  }
}

const conflict = document.getElementById("conflict");

async function showConflict(name) {
  const theirs = await attempt(() => get(at("/state")));
  if (!theirs) return;
  document.getElementById("conflict-words").textContent = say("conflict_text", { name });
  document.getElementById("theirs").value = theirs.text ?? "";
  document.getElementById("take-theirs").disabled = theirs.text === null; // what it holds is no text
  document.getElementById("keep-mine").onclick = () => {
    base = theirs.base;
    conflict.close();
    editor.flush();
  };
  document.getElementById("take-theirs").onclick = () => {
    base = theirs.base;
    editor.replace(theirs.text);
    conflict.close();
    load();
  };
  if (!conflict.open) conflict.showModal();
}
conflict.addEventListener("cancel", (event) => event.preventDefault()); // one of the two is to be chosen

async function decide(decision) {
  await editor.flush();
  const answer = await attempt(() => post(at("/decide"), decision));
  if (answer) showHistory(answer);
}

async function step(path) {
  await editor.flush();
  const answer = await attempt(async () => {
    try {
      return await post(at(path), {});
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 409) throw error;
      throw new Refused(400, { error: say("conflict_title") });
    }
  });
  if (answer) showHistory(answer);
  load();
}
undo.addEventListener("click", () => step("/undo"));
redo.addEventListener("click", () => step("/redo"));

function showHistory(answer) {
  undo.disabled = !answer.canUndo;
  redo.disabled = !answer.canRedo;
}

document.getElementById("make-heading").addEventListener("click", () => {
  const words = editor.line().trim();
  if (words) decide({ kind: "heading", words, level: 1 });
});

function fill(select, options, chosen) {
  select.replaceChildren(
    ...options.map(([value, words]) => make("option", { value, selected: value === chosen }, words)),
  );
  select.value = chosen;
}

function showChoices() {
  const settings = state.settings;
  const template = document.getElementById("template");
  if (document.activeElement !== template) {
    const name = settings.chosen_template ?? "briefing";
    const own = [["", say("template_own", { name })], ["auto", say("template_auto")]];
    fill(template, [...own, ...state.templates.map((each) => [each, each])], settings.template ?? "");
  }
  const brand = document.getElementById("brand");
  fill(brand, [["", say("brand_own")], ...state.brands.map((each) => [each, each])], settings.brand ?? "");
  brand.parentElement.hidden = !state.brands.length;
  fill(document.getElementById("paper"), ["A4", "Letter", "A5", "A3", "Legal"].map((each) => [each, each]), settings.paper ?? "A4");
  const lang = document.getElementById("lang");
  if (document.activeElement !== lang) lang.value = settings.lang ?? "";
  lang.placeholder = state.marks?.lang || say("language_guess");
  for (const control of document.querySelectorAll("#list-details [data-key]")) {
    const { key } = control.dataset;
    if (document.activeElement !== control) control.value = settings[key] ?? "";
    control.placeholder = state.details[key] || (key === "date" ? "2026-05-03" : "");
  }
  for (const control of document.querySelectorAll("[data-key]")) {
    const where = state.setBy[control.dataset.key];
    control.disabled = Boolean(where) || !state.decidable;
    control.title = where ? say("set_elsewhere", { where }) : "";
  }
}
for (const control of document.querySelectorAll("[data-key]")) {
  control.addEventListener("change", () => decide({ kind: "set", key: control.dataset.key, value: control.value }));
}

function showStatus() {
  const pages = state.sizes.length;
  if (state.busy || state.revision === 0) status.textContent = say("laying_out");
  else if (state.failed) status.textContent = say("failed");
  else status.textContent = say("up_to_date", { pages });
}

function showDraft() {
  const box = document.getElementById("draft");
  box.hidden = !state.draft;
  if (!state.draft) return;
  document.getElementById("draft-words").textContent = say("section_ahead", state.draft);
  document.getElementById("draft-pages").replaceChildren(
    ...state.draft.sizes.slice(0, 2).map((size, page) =>
      make("img", { src: `/draft/${page}?${query}&t=${Date.now()}`, alt: say("page_of", { page: page + 1, pages: state.draft.sizes.length }) }),
    ),
  );
}

let loading = null;
let again = false;

async function load() {
  if (loading) {
    again = true;
    return;
  }
  const { saves } = editor;
  loading = attempt(() => get(at("/state")));
  const found = await loading;
  loading = null;
  if (found) show(found, saves === editor.saves && !editor.unsaved);
  if (again) {
    again = false;
    load();
  }
}

// Show what was read of the server; its text only where that is newer than that of the editor.
function show(found, newer) {
  state = found;
  const first = !base;
  if (state.text !== null && (first || (newer && state.base !== base))) {
    editor.replace(state.text);
    base = state.base;
  }
  editor.readOnly = !state.editable;
  const readOnly = document.getElementById("read-only");
  readOnly.hidden = state.editable;
  readOnly.textContent = `${say("read_only")} (${state.path})`;
  document.getElementById("make-heading").hidden = !state.headable;
  if (state.marks) {
    if (!state.failed) editor.mark(state.marks);
    if (!state.failed) sheets.show(state);
    if (first && !state.marks.findings.length && state.marks.numbers.length) chooseList("list-numbers");
    showChecks(state, { decide, show: showPlace, showLine: (line) => editor.selectLine(line), light: (boxes) => showPages(boxes) });
  }
  showChoices();
  showStatus();
  showDraft();
  showHistory(state);
  document.body.dataset.revision = state.revision;
}

document.getElementById("details").addEventListener("submit", (event) => event.preventDefault());
document.getElementById("send").addEventListener("click", () => openMail(at));

// The menu closes once something was chosen of it, or elsewhere.
const menu = document.getElementById("downloads");
document.addEventListener("click", (event) => {
  if (!menu.contains(event.target) || event.target.closest("a")) menu.open = false;
});
menu.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

const mine = (handler) => (event) => event.source === source && handler();
listen(
  { behind: load, rendering: mine(() => (status.textContent = say("laying_out"))), rendered: mine(load), drafted: mine(load) },
  () => {
    load(); // what happened while nobody listened
    editor.flush();
  },
  () => {
    status.textContent = say("lost");
    if (editor.unsaved) saved.textContent = say("not_saved");
  },
);
