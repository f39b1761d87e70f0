"use strict";
const body = document.querySelector("tbody");
const rows = Array.from(body.rows);
const texts = rows.map((row) => row.textContent.toLowerCase());
const words = document.getElementById("words");
const state = document.getElementById("state");
const shown = document.getElementById("shown");

function filter() {
  const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  rows.forEach((row, n) => {
    const fits = (!state.value || row.dataset.state === state.value) && wanted.every((word) => texts[n].includes(word));
    row.hidden = !fits;
    count += fits ? 1 : 0;
  });
  shown.textContent = count === rows.length ? "" : `${count} of ${rows.length}`;
}

function sortBy(column, head, direction) {
  const order = rows.map((row, n) => ({ row, n, text: row.cells[column].textContent.trim() }));
  order.sort((a, b) => direction * a.text.localeCompare(b.text, "en", { numeric: true }) || a.n - b.n);
  body.append(...order.map((one) => one.row));
  for (const other of document.querySelectorAll("th")) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
}

document.querySelectorAll("th").forEach((head, column) => {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = head.textContent;
  head.replaceChildren(button);
  button.addEventListener("click", () => sortBy(column, head, head.getAttribute("aria-sort") === "ascending" ? -1 : 1));
});
words.addEventListener("input", filter);
state.addEventListener("change", filter);
document.getElementById("filter").addEventListener("submit", (event) => event.preventDefault());
document.getElementById("filter").hidden = false;
filter();
