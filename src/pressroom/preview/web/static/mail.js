// Sending: first who would get what, then only to the number that is confirmed.

import { attempt, make, post, say } from "./common.js";

const dialog = document.getElementById("mail");
const form = document.getElementById("mail-form");
const look = document.getElementById("mail-look");
const summary = document.getElementById("mail-summary");
const confirmForm = document.getElementById("mail-confirm");
const result = document.getElementById("mail-result");
let at = null;
let order = null;
let expected = 0;

export function openMail(address) {
  at = address;
  form.hidden = false;
  look.hidden = true;
  dialog.showModal();
}

for (const button of document.querySelectorAll("[data-close=mail]")) {
  button.addEventListener("click", () => dialog.close());
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  order = {
    lists: document.getElementById("mail-lists").value,
    sender: document.getElementById("mail-from").value,
    server: document.getElementById("mail-server").value,
    subject: document.getElementById("mail-subject").value,
    note: document.getElementById("mail-note").value,
    toSender: document.getElementById("mail-me").checked,
    formats: [...form.querySelectorAll("[name=attach]:checked")].map((box) => box.value),
  };
  const button = form.querySelector(".primary");
  button.disabled = true;
  button.textContent = say("preparing");
  const found = await attempt(() => post(at("/mail"), order));
  button.disabled = false;
  button.textContent = say("send_look");
  if (found) showSummary(found);
});

function showSummary(found) {
  expected = found.recipients.length;
  const size = (bytes) => `${Math.max(1, Math.round(bytes / 1000))} kB`;
  summary.replaceChildren(
    make("h3", {}, found.title),
    make("p", { class: "small" }, say("send_from", { sender: found.sender, server: found.server || say("send_no_server") })),
    make("p", { class: "small" }, found.files.map(([name, bytes]) => `${name} (${size(bytes)})`).join(", ")),
    ...found.warnings.map((each) => make("p", { class: "finding warning" }, each)),
    make("h4", {}, expected ? say("send_to", { count: expected }) : say("send_to_none")),
    make("ul", { class: "people", tabindex: "0" }, ...found.recipients.map(([address, name]) => make("li", {}, name ? `${name} <${address}>` : address))),
  );
  if (found.left_out.length) {
    summary.append(make("h4", {}, say("send_left_out")), make("ul", { class: "people", tabindex: "0" }, ...found.left_out.map(([address, why]) => make("li", {}, `${address}: ${why}`))));
  }
  confirmForm.hidden = !expected;
  document.getElementById("mail-count").value = "";
  result.textContent = "";
  form.hidden = true;
  look.hidden = false;
}

confirmForm.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (document.getElementById("mail-count").value.trim() !== String(expected)) {
    result.textContent = say("wrong_number");
    return;
  }
  confirmForm.hidden = true;
  result.textContent = say("sending");
  const sent = await attempt(() => post(at("/send"), { ...order, expected }));
  result.textContent = sent ? say("send_done", sent) : "";
  confirmForm.hidden = Boolean(sent);
});
