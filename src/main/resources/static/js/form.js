/* A form that is being filled in: shows the fields that are asked for, and keeps a draft on the server. */
(() => {
  const form = document.getElementById("task");
  const problems = document.getElementById("problems");
  if (problems) {
    problems.focus();
  }
  if (!form) {
    return;
  }
  const notices = { lost: "draft-lost", offline: "draft-offline", overtaken: "draft-overtaken" };
  let unsaved = false;
  let retrying = false;

  const tell = (what) => Object.entries(notices).forEach(([name, id]) => {
    document.getElementById(id).hidden = name !== what;
  });

  document.body.addEventListener("motcua:hidden", (event) => {
    form.querySelectorAll(".mc-conditional").forEach((field) => {
      field.hidden = event.detail.fields.some((key) => field.id === `f-${key}-field`);
    });
  });

  /* Where the server cannot be asked, all fields stand there, as without scripts. */
  const showAll = () => form.querySelectorAll(".mc-conditional").forEach((field) => { field.hidden = false; });

  /* After signing in elsewhere the page goes on with a new token. */
  const renewed = async () => {
    try {
      const answer = await fetch(form.getAttribute("action"), { headers: { Accept: "text/html", "HX-Request": "true" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const token = page.querySelector("#task input[name=_csrf]");
      if (!answer.ok || !token) {
        return false;
      }
      document.querySelectorAll("input[name=_csrf]").forEach((known) => { known.value = token.value; });
      return true;
    } catch (offline) {
      return false;
    }
  };

  const save = () => htmx.ajax("POST", form.dataset.hxPost, { source: form, target: "#draft", swap: "outerHTML" });

  form.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful && event.detail.pathInfo.requestPath.endsWith("/draft")) {
      unsaved = false;
      tell("nothing");
    }
  });
  form.addEventListener("htmx:sendError", () => { unsaved = true; showAll(); tell("offline"); });
  form.addEventListener("htmx:responseError", async (event) => {
    const status = event.detail.xhr.status;
    if (status !== 401 && status !== 403) {
      tell(status === 409 ? "overtaken" : "offline");
      return;
    }
    unsaved = true;
    if (!retrying && await renewed()) {
      retrying = true;
      save().finally(() => { retrying = false; });
    } else {
      showAll();
      tell("lost");
    }
  });
  form.addEventListener("submit", async (event) => {
    if (!unsaved) {
      return;
    }
    event.preventDefault();
    const button = event.submitter;
    if (await renewed()) {
      unsaved = false;
      form.requestSubmit(button);
    } else {
      tell("lost");
    }
  });
})();
