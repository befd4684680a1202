const services = ["user", "event", "inventory", "reservation", "payment"];

SwaggerUIBundle({
  urls: services.map(name => ({ name, url: "/api/docs/" + name })),
  dom_id: "#swagger-ui",
  deepLinking: true,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: "StandaloneLayout"
});
