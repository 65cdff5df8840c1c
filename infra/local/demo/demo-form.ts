import type { RequestHandler } from "../public-server.ts";
import { demoTenant } from "./demo-tenant.ts";

/** A plain page of a made-up brokerage with the demo source's form: no script, as most customers' pages are. */
const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Find your home in Berlin</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 28rem; margin: 3rem auto; padding: 0 1rem; }
  label { display: block; margin: .75rem 0; }
  input, select, textarea { display: block; width: 100%; min-height: 2.8rem; padding: .5rem; font: inherit; box-sizing: border-box; }
  .trap { position: absolute; left: -9999px; }
  button { font: inherit; min-height: 2.8rem; padding: .6rem 1.2rem; }
</style>
</head>
<body>
<main>
<h1>Find your home in Berlin</h1>
<form method="post" action="/v1/forms/${demoTenant.source.id}">
  <label>First name <input name="firstName" autocomplete="given-name"></label>
  <label>Last name <input name="lastName" autocomplete="family-name"></label>
  <label>E-mail <input name="email" type="email" autocomplete="email" required></label>
  <label>Phone <input name="phone" type="tel" autocomplete="tel"></label>
  <label>I want to
    <select name="interest"><option value="buyer">buy</option><option value="seller">sell</option><option value="renter">rent</option></select>
  </label>
  <label>Property
    <select name="propertyType"><option value="apartment">apartment</option><option value="house">house</option><option value="land">building plot</option></select>
  </label>
  <label>Budget <input name="budget" placeholder="up to 650,000 €"></label>
  <label>When
    <select name="timeline"><option value="now">now</option><option value="3m">within 3 months</option><option value="12m">within a year</option><option value="unknown">I am only looking</option></select>
  </label>
  <label>Postal code <input name="postalCode" inputmode="numeric" autocomplete="postal-code"></label>
  <label>City <input name="city" autocomplete="address-level2"></label>
  <label>Message <textarea name="message" rows="3"></textarea></label>
  <label class="trap" aria-hidden="true">Leave this empty <input name="website" tabindex="-1" autocomplete="off"></label>
  <button>Send</button>
</form>
</main>
</body>
</html>
`;

/** Serves `/demo/form`. */
export const demoForm: RequestHandler = async (request, response) => {
  const found = request.url?.split("?")[0] === "/demo/form";
  response.writeHead(found ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
  response.end(found ? page : "Not found. The form is at /demo/form.");
};
