import { keepFile, watchCase } from "../kept/cases.js";
import { copyOf, defineWhenHere } from "../page/desk.js";
import { GuideElement } from "../page/guide-element.js";
import { element, fill, find } from "../page/markup.js";
import { tickedEvidence } from "./evidence.js";
import { sha256 } from "./file-digest.js";

/**
 * <evidence-files>: the ticked evidence of a case, and for each the name and fingerprint of its file.
 * A file is read only to compute the fingerprint; chosen again later, it is compared with what was noted.
 */
class EvidenceFiles extends GuideElement {
  arrive(signal) {
    this.issue = this.dataset.issue;
    this.append(copyOf("evidence-files"));
    this.list = find(this, ".files-list");
    watchCase(() => this.issue, () => this.#show(), signal);
    this.#show();
  }

  #show() {
    const ticked = tickedEvidence(this.issue);
    find(this, ".files-none").hidden = ticked.length > 0;
    const state = JSON.stringify(ticked);
    if (state !== this.state) {
      this.state = state;
      this.list.replaceChildren(...ticked.map((evidence) => this.#line(evidence)));
    }
  }

  /** @param {import("./evidence.js").Ticked} evidence */
  #line({ item, text, file }) {
    const words = this.list.dataset;
    const input = element("input", { type: "file" });
    input.setAttribute("aria-label", fill(words.chooseFile, { evidence: text }));
    const said = element("p", { className: "file-said" });
    said.setAttribute("role", "status");
    input.addEventListener("change", () => this.#chosen(item, file, input.files[0], said));
    const noted = file ? [
      element("p", { className: "file-noted", translate: false, textContent: fill(words.fingerprint, { file: file.name, sha256: file.sha256 }) }),
      this.#button(words.dropFile, () => this.#keep(item, null)),
    ] : [];
    const line = element("li", {}, element("label", {}, text, input), ...noted, said);
    line.dataset.file = item;
    return line;
  }

  async #chosen(item, noted, chosen, said) {
    if (!chosen) {
      return;
    }
    const words = this.list.dataset;
    let found;
    try {
      found = { name: chosen.name, size: chosen.size, sha256: await sha256(chosen) };
    } catch (error) {
      said.textContent = { "too-big": words.fileTooBig, insecure: words.fileInsecure }[error.code] ?? words.fileUnreadable;
      return;
    }
    if (!noted) {
      this.#keep(item, found);
    } else if (noted.sha256 === found.sha256) {
      said.textContent = words.sameFile;
    } else {
      said.replaceChildren(words.otherFile, " ", this.#button(words.replaceFile, () => this.#keep(item, found)));
    }
  }

  /** The line is made anew, so the focus is brought back to it. */
  #keep(item, file) {
    keepFile(this.issue, item, file);
    const line = find(this, `[data-file=${item}]`);
    find(line, ".file-said").textContent = file ? this.list.dataset.fileNoted : this.list.dataset.fileDropped;
    find(line, "input").focus();
  }

  #button(text, act) {
    const button = element("button", { type: "button", className: "quiet", textContent: text });
    button.addEventListener("click", act);
    return button;
  }
}

defineWhenHere("evidence-files", EvidenceFiles);
