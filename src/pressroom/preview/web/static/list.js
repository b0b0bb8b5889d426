// The list of texts: what is added, what is up to date, and many made at once.

import { attempt, get, listen, post, say } from "./common.js";

const open = (answer) => answer && location.assign(`/edit?source=${encodeURIComponent(answer.source)}`);

async function upload(file) {
  open(await attempt(() => post(`/upload?name=${encodeURIComponent(file.name)}`, file)));
}

const drop = document.getElementById("drop");
document.getElementById("file").addEventListener("change", (event) => {
  if (event.target.files.length) upload(event.target.files[0]);
});
for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.toggle("over", kind === "dragover");
    if (kind !== "drop") return;
    const file = event.dataTransfer.files[0];
    const text = event.dataTransfer.getData("text/plain");
    if (file) upload(file);
    else if (text.trim()) attempt(() => post("/paste", { text })).then(open);
  });
}

// What is under way is not begun a second time by another click.
function onSubmit(id, handler) {
  const form = document.getElementById(id);
  form?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button:not([type=button])");
    if (button.disabled) return;
    button.disabled = true;
    await handler();
    button.disabled = false;
  });
}

onSubmit("paste", async () => {
  open(await attempt(() => post("/paste", { text: document.getElementById("pasted").value })));
});
onSubmit("fetch", async () => {
  open(await attempt(() => post("/fetch", { address: document.getElementById("address").value })));
});
for (const button of document.querySelectorAll("[data-sample]")) {
  button.addEventListener("click", async () => {
    if (button.disabled) return;
    button.disabled = true;
    open(await attempt(() => post("/sample", { name: button.dataset.sample })));
    button.disabled = false;
  });
}

// What is renamed or removed, and by which button: the focus returns to it.
let source = "";
const stem = (name) => name.slice(name.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");

for (const button of document.querySelectorAll("[data-dialog]")) {
  button.addEventListener("click", () => {
    source = button.closest("tr").dataset.source;
    document.querySelector("label[for=rename-name]").textContent = say("rename_label", { name: source });
    document.getElementById("rename-name").value = stem(source);
    document.getElementById("remove-words").textContent = say("remove_sure", { name: source });
    document.getElementById(button.dataset.dialog).showModal();
  });
}
for (const button of document.querySelectorAll("dialog [data-close]")) {
  button.addEventListener("click", () => button.closest("dialog").close());
}
for (const [kind, read] of [["rename", () => ({ name: document.getElementById("rename-name").value })], ["remove", () => ({})]]) {
  onSubmit(`${kind}-form`, async () => {
    if (await attempt(() => post(`/${kind}?source=${encodeURIComponent(source)}`, read()))) location.reload();
  });
}

const rows = [...document.querySelectorAll("#rows tr")];

document.getElementById("search")?.addEventListener("input", (event) => {
  const wanted = event.target.value.trim().toLocaleLowerCase();
  for (const row of rows) row.hidden = !row.dataset.source.toLocaleLowerCase().includes(wanted);
  document.getElementById("no-match").hidden = rows.some((row) => !row.hidden);
});

function mark(row, state, words, title = "") {
  const cell = row.querySelector(".state");
  cell.textContent = words;
  cell.title = title;
  row.dataset.state = state;
}

const batch = document.getElementById("batch");
const chosenFormats = () => [...batch.querySelectorAll("[name=format]:checked")].map((box) => box.value);

async function showStates() {
  const query = new URLSearchParams(chosenFormats().map((name) => ["format", name]));
  const states = await attempt(() => get(`/states?${query}`));
  for (const row of states ? rows : []) {
    const why = states[row.dataset.source] ?? [];
    const state = why.length ? "stale" : "current";
    mark(row, state, say(`status_${state}`), why.join("; "));
  }
}

const progress = document.getElementById("progress");
const progressWords = document.getElementById("progress-words");

batch?.addEventListener("change", showStates);

onSubmit("batch", async () => {
  const formats = chosenFormats();
  progress.hidden = false;
  progress.value = 0;
  progressWords.textContent = say("making");
  const sources = rows.filter((row) => !row.hidden).map((row) => row.dataset.source);
  const ended = await attempt(() => post("/make", { sources, formats }));
  progress.hidden = true;
  progressWords.textContent = ended ? say("made_all", ended) : "";
});

listen({
  behind: showStates,
  made(event) {
    progress.max = event.total;
    progress.value = event.made;
    // the last of these may come after the answer to the request, which says the same
    progressWords.textContent = say(event.made < event.total ? "made_of" : "made_all", event);
    const row = rows.find((each) => each.dataset.source === event.source);
    const state = event.state === "unchanged" ? "current" : event.state;
    if (row) mark(row, state, say(`status_${state}`), event.message);
  },
});

if (rows.length) showStates();
