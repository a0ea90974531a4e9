/* Small comforts. Every page works without them. */
(() => {
  "use strict";

  // A page taken from the browser's memory may show answers that have changed since.
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });

  const summary = document.getElementById("error-summary");
  if (summary) summary.focus();

  // Notes: say how many characters are left once the end is near.
  for (const line of document.querySelectorAll("[data-count]")) {
    const box = document.getElementById(line.dataset.count);
    if (!box || box.maxLength < 1) continue;
    line.hidden = false;
    let wait;
    const status = document.createElement("span");
    status.className = "vh";
    status.setAttribute("role", "status");
    line.after(status);
    const show = () => {
      const left = `${line.dataset.left} ${box.maxLength - box.value.length}`;
      line.textContent = left;
      clearTimeout(wait);
      wait = setTimeout(() => { status.textContent = left; }, 1200);
    };
    line.textContent = `${line.dataset.left} ${box.maxLength - box.value.length}`;
    line.setAttribute("aria-hidden", "true");
    box.addEventListener("input", show);
  }

  // Link fields: select on focus, and a button that copies.
  const arm = (button) => {
    const field = document.getElementById(button.dataset.copy);
    const status = button.closest(".copy").querySelector("[role=status]");
    button.hidden = false;
    field.addEventListener("focus", () => field.select());
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(field.value);
        status.textContent = button.dataset.copied;
      } catch {
        field.focus();
      }
    });
  };
  const armCopying = () => document.querySelectorAll("[data-copy][hidden]").forEach(arm);
  armCopying();

  // Parts that are renewed without loading the page: say while it lasts, and when it failed.
  const failed = document.getElementById("failed");
  document.addEventListener("htmx:beforeRequest", (event) => {
    failed.hidden = true;
    event.detail.target.setAttribute("aria-busy", "true");
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    event.detail.target.removeAttribute("aria-busy");
    failed.hidden = event.detail.successful;
    // The page takes the address of what it shows now.
    if (event.detail.successful && "renames" in event.detail.elt.dataset) {
      history.replaceState(null, "", event.detail.xhr.responseURL);
    }
  });
  document.addEventListener("htmx:afterSettle", armCopying);
  // htmx writes the page's address into the tab's storage; we store nothing there.
  document.addEventListener("htmx:load", () => {
    try {
      sessionStorage.removeItem("htmx-current-path-for-history");
    } catch { /* Storage that is closed holds nothing. */ }
  });

  // Changing the language loads the page anew: ask first when the form has changed.
  let changed = false;
  for (const form of document.querySelectorAll("main form[method=post]")) {
    form.addEventListener("input", () => { changed = true; });
    form.addEventListener("submit", () => { changed = false; });
  }
  for (const link of document.querySelectorAll("a[data-unsaved]")) {
    link.addEventListener("click", (event) => {
      if (changed && !confirm(link.dataset.unsaved)) event.preventDefault();
    });
  }
})();
