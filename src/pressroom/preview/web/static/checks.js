// What was found in the text, to be looked at and decided: findings, numbers, headings, pictures.

import { make, say } from "./common.js";

const FEW = 60; // items of a list that is shown unasked

let actions;
const waiting = new Map(); // lists that are out of sight: what builds them once they are looked at
const shown = new Map(); // what each list was built from

export function showChecks(state, given) {
  actions = given;
  const { findings, numbers, headings, pictures } = state.marks;
  const may = state.decidable;
  const key = numbers.filter((each) => each.state === "key");
  const drawn = pictures.filter((each) => each.drawn);
  update("findings", findings.length, [findings, may], () => listFindings(findings, may));
  update("numbers", key.length, [numbers, may], () => listNumbers(numbers, may));
  update("headings", headings.length, [headings, state.headable], () => listHeadings(headings, state.headable));
  update("pictures", drawn.length, [pictures, may], () => listPictures(pictures, may));
}

// Build a list that came into sight.
export function lookAt(id) {
  waiting.get(id)?.();
  waiting.delete(id);
}

function update(name, count, data, build) {
  const list = document.getElementById(`list-${name}`);
  document.querySelector(`#kind-${name} .count`).textContent = count;
  const key = JSON.stringify(data);
  if (shown.get(name) === key) return;
  shown.set(name, key);
  waiting.set(list.id, () => rebuild(list, build));
  if (!list.hidden) lookAt(list.id);
}

// Build a list anew and leave focus, open details and half-written words where they were.
function rebuild(list, build) {
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.focus : "";
  const folded = new Map([...list.querySelectorAll("details")].map((each) => [each.dataset.focus, each.open]));
  const written = new Map(
    [...list.querySelectorAll("textarea, input")].filter((each) => each.value !== each.defaultValue).map((each) => [each.dataset.focus, each.value]),
  );
  const { scrollTop } = list;
  list.replaceChildren(...build());
  for (const each of list.querySelectorAll("[data-focus]")) {
    if (folded.has(each.dataset.focus)) each.open = folded.get(each.dataset.focus);
    if (written.has(each.dataset.focus)) each.value = written.get(each.dataset.focus);
    if (focused && each.dataset.focus === focused) each.focus({ preventScroll: true });
  }
  if (focused && !list.contains(document.activeElement)) list.focus({ preventScroll: true }); // it is gone
  list.scrollTop = scrollTop;
}

function button(words, focus, act, label = "") {
  return make("button", { class: "tool small", "data-focus": focus, "aria-label": label || false, on: { click: act } }, words);
}

function showButton(place, focus, about) {
  return button(say("line", { line: place.line || 1 }), focus, () => actions.show(place), `${about}: ${say("show_place")}`);
}

function empty(name) {
  return [make("p", { class: "small empty" }, say(name))];
}

// A cure that is one setting is made by a button.
function showCures(found, may, index) {
  const cures = may ? [...found.cure.matchAll(/\b(template|lang|title) = "([^"]+)"/g)] : [];
  return cures
    .filter(([, , value]) => value !== "auto")
    .map(([words, key, value]) => button(`${say("use_wording")}: ${words}`, `cure-${index}-${key}`, () => actions.decide({ kind: "set", key, value })));
}

function listFindings(findings, may) {
  if (!findings.length) return empty("no_findings");
  const items = findings.map((found, index) =>
    make(
      "li",
      { class: `finding ${found.severity}` },
      make("p", { dir: "auto" }, make("strong", {}, `${say(found.severity)}: `), found.message),
      found.cure ? make("p", { class: "small" }, `${say("cure")}: ${found.cure}`) : null,
      make("div", { class: "row" }, found.place ? showButton(found.place, `finding-${index}`, found.message) : make("span", { class: "small" }, found.where), ...showCures(found, may, index)),
    ),
  );
  return [make("ul", {}, ...items)];
}

function listNumbers(numbers, may) {
  if (!numbers.length) return empty("no_numbers");
  const key = numbers.filter((each) => each.state === "key");
  const found = numbers.filter((each) => each.state === "found");
  const left = numbers.filter((each) => each.state === "left");
  const parts = [];
  if (key.length) parts.push(make("h3", {}, say("key_numbers")), make("ol", { class: "numbers" }, ...key.map((each, rank) => showKey(each, rank, key, may))));
  if (found.length) parts.push(foldMany("found", `${say("other_numbers")} (${found.length})`, found, (each) => showFound(each, may), found.length <= FEW));
  if (left.length) parts.push(foldMany("left", `${say("no_quantities")} (${left.length})`, left, (each) => showFound(each, false), false));
  return parts;
}

function fold(focus, words, ...inside) {
  const details = make("details", { "data-focus": focus }, make("summary", {}, words), ...inside);
  return details;
}

// A list that is built when it is opened: a long text has thousands of numbers.
function foldMany(focus, words, items, show, open) {
  const list = make("ul", { class: "numbers" });
  const fill = () => list.childElementCount || list.append(...items.map(show));
  const details = fold(focus, words, list);
  details.addEventListener("toggle", () => details.open && fill());
  if (open) fill();
  details.open = open;
  return details;
}

const naming = (number) => ({ words: number.words, sentence: number.sentence });

function showKey(number, rank, key, allowed) {
  const may = allowed && !number.fixed;
  const id = `number-${number.place.start}`;
  const change = (changes) => actions.decide({ kind: "number", ...naming(number), ...changes });
  const move = (by) => {
    const order = [...key];
    order.splice(rank + by, 0, ...order.splice(rank, 1));
    order.length = Math.max(rank, rank + by) + 1; // those behind keep their places unasked
    actions.decide({ kind: "order", words: order.map((each) => each.words), sentences: order.map((each) => each.sentence) });
  };
  const about = number.display;
  const flags = [number.pinned && say("pinned"), number.edited.length > 0 && say("edited"), number.fixed && say("set_in_text")].filter(Boolean);
  return make(
    "li",
    { "data-id": id },
    make("p", { class: "tile", dir: "auto" }, make("strong", {}, number.display), " ", number.label),
    number.detail ? make("p", { class: "small" }, number.detail) : null,
    flags.length ? make("p", { class: "small flags" }, flags.join(" · ")) : null,
    make(
      "div",
      { class: "row" },
      showButton(number.place, `${id}-show`, about),
      may && button(say(number.pinned ? "unpin" : "pin"), `${id}-pin`, () => change({ pin: !number.pinned }), `${say(number.pinned ? "unpin" : "pin")}: ${about}`),
      may && button(say("hide"), `${id}-hide`, () => change({ hide: true }), `${say("hide")}: ${about}`),
      may && rank > 0 && button("↑", `${id}-up`, () => move(-1), `${say("up")}: ${about}`),
      may && rank < key.length - 1 && button("↓", `${id}-down`, () => move(1), `${say("down")}: ${about}`),
    ),
    may && fold(`${id}-words`, say("reword"), wordForm(number, id, change), listWordings(number, id, change)),
    fold(`${id}-why`, say("why"), make("p", { class: "small" }, number.why)),
  );
}

function wordForm(number, id, change) {
  const input = make("textarea", { dir: "auto", rows: 2, "data-focus": `${id}-label`, "aria-label": say("words_label", { number: number.display || number.words }) });
  input.defaultValue = number.label;
  return make(
    "form",
    { on: { submit: (event) => { event.preventDefault(); change({ label: input.value }); input.defaultValue = input.value; } } },
    input,
    make("div", { class: "row" }, make("button", { class: "tool small primary", "data-focus": `${id}-save` }, say("save")), number.edited.length > 0 && button(say("words_own"), `${id}-own`, (event) => { event.preventDefault(); input.value = input.defaultValue; change({ label: "", detail: "" }); })),
  );
}

function listWordings(number, id, change) {
  const others = number.wordings.filter((each) => each.label && each.label !== number.label);
  if (!others.length) return null;
  const items = others.map((each, index) =>
    make(
      "li",
      {},
      make("p", { dir: "auto" }, make("strong", {}, each.display), " ", each.label),
      make("p", { class: "small" }, each.refused ? say("wording_refused", { why: each.refused }) : say("wording_passed")),
      button(say("use_wording"), `${id}-use-${index}`, () => change({ label: each.label, pin: true }), `${say("use_wording")}: ${each.label}`),
    ),
  );
  return make("div", {}, make("h4", {}, say("wordings")), make("ul", { class: "wordings" }, ...items));
}

function showFound(number, allowed) {
  const may = allowed && !number.fixed;
  const id = `other-${number.place.start}`;
  const change = (changes) => actions.decide({ kind: "number", ...naming(number), ...changes });
  return make(
    "li",
    {},
    make("p", { dir: "auto" }, make("strong", {}, number.words), " ", make("span", { class: "small" }, number.why)),
    make(
      "div",
      { class: "row" },
      showButton(number.place, `${id}-show`, number.words),
      may && !number.hidden && button(say("show_as_tile"), `${id}-tile`, () => change({ pin: true }), `${say("show_as_tile")}: ${number.words}`),
      may && number.hidden && button(say("unhide"), `${id}-unhide`, () => change({ hide: false }), `${say("unhide")}: ${number.words}`),
    ),
    may && !number.hidden && fold(`${id}-words`, say("reword"), wordForm(number, id, (changes) => change({ pin: true, ...changes })), listWordings(number, id, change)),
  );
}

function listHeadings(headings, may) {
  if (!headings.length) return empty("no_headings");
  const items = headings.map((heading, index) => {
    const id = `heading-${index}`;
    const level = (to) => actions.decide({ kind: "level", words: heading.words, level: to });
    return make(
      "li",
      { class: `depth-${Math.min(heading.level, 4)}` },
      make("p", { dir: "auto" }, make("strong", {}, heading.words), " ", make("span", { class: "small" }, heading.level ? say("level", { level: heading.level }) : say("title_heading"))),
      heading.guessed || !may ? make("p", { class: "small" }, heading.guessed ? [say("guessed"), ...heading.reasons].join("; ") : say("marked")) : null,
      make(
        "div",
        { class: "row" },
        showButton(heading.place, `${id}-show`, heading.words),
        may && heading.level > 1 && button("←", `${id}-higher`, () => level(heading.level - 1), `${say("higher")}: ${heading.words}`),
        may && heading.level > 0 && heading.level < 6 && button("→", `${id}-deeper`, () => level(heading.level + 1), `${say("deeper")}: ${heading.words}`),
        may && heading.level > 0 && button(say("no_heading"), `${id}-none`, () => actions.decide({ kind: "no-heading", words: heading.words }), `${say("no_heading")}: ${heading.words}`),
      ),
    );
  });
  return [make("ol", { class: "headings" }, ...items)];
}

function listPictures(pictures, may) {
  if (!pictures.length) return empty("no_pictures");
  const drawn = pictures.filter((each) => each.drawn);
  const refused = pictures.filter((each) => !each.drawn);
  const parts = [];
  if (drawn.length) parts.push(make("h3", {}, say("drawn")), make("ul", {}, ...drawn.map((each, index) => showPicture(each, index, may))));
  if (refused.length) parts.push(make("h3", {}, say("not_drawn")), make("ul", {}, ...refused.map((each, index) => showRefused(each, index, may))));
  return parts;
}

const showLines = (picture, id) =>
  picture.lines.map((line) => button(say("line", { line }), `${id}-line-${line}`, () => actions.showLine(line), `${say("line", { line })}: ${say("show_place")}`));

function showPicture(picture, index, may) {
  const id = `picture-${index}`;
  const alt = make("textarea", { dir: "auto", rows: 3, "data-focus": `${id}-alt`, "aria-label": `${say("alt_label")}: ${picture.title}` });
  alt.defaultValue = picture.alt;
  const own = may && picture.found;
  alt.readOnly = !own;
  return make(
    "li",
    {},
    make("p", { dir: "auto" }, make("strong", {}, picture.title), " ", make("span", { class: "small" }, picture.kind)),
    make("p", { class: "small", "aria-hidden": "true" }, say("alt_label")),
    alt,
    picture.edited && picture.proposed && make("p", { class: "small", dir: "auto" }, say("alt_proposed", { words: picture.proposed })),
    make(
      "div",
      { class: "row" },
      ...showLines(picture, id),
      picture.boxes.length > 0 && button(say("key_numbers"), `${id}-page`, () => actions.light(picture.boxes), `${say("key_numbers")}: ${picture.title}`),
      own && button(say("save"), `${id}-save`, () => { alt.defaultValue = alt.value; actions.decide({ kind: "picture", title: picture.title, alt: alt.value }); }, `${say("save")}: ${picture.title}`),
      own && picture.edited && button(say("words_own"), `${id}-own`, () => { alt.value = alt.defaultValue; actions.decide({ kind: "picture", title: picture.title, alt: "" }); }, `${say("words_own")}: ${picture.title}`),
      own && button(say("refuse_picture"), `${id}-hide`, () => actions.decide({ kind: "picture", title: picture.title, hide: true }), `${say("refuse_picture")}: ${picture.title}`),
    ),
  );
}

function showRefused(picture, index, may) {
  return make(
    "li",
    {},
    make("p", { dir: "auto" }, make("strong", {}, picture.title || picture.kind)),
    make("p", { class: "small" }, picture.why),
    make("div", { class: "row" }, ...showLines(picture, `refused-${index}`), may && picture.hidden && button(say("accept_picture"), `refused-${index}`, () => actions.decide({ kind: "picture", title: picture.title, hide: false }), `${say("accept_picture")}: ${picture.title}`)),
  );
}
