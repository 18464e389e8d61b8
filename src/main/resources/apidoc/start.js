"use strict";
// A key stays in this page's memory: nothing is stored, and nothing is asked of another server.
window.ui = SwaggerUIBundle({
  url: "openapi.yml",
  domNode: document.getElementById("api"),
  deepLinking: true,
  docExpansion: "list",
  persistAuthorization: false,
  validatorUrl: null,
  withCredentials: false,
  filter: true,
  tagsSorter: undefined,
  displayRequestDuration: true,
});
