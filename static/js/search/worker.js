// The archive, asked in a thread of its own: the page moves while long lists are gone through.
import { openAsking } from "./asking.js";

let asking;

addEventListener("message", async ({ data: { number, name, values } }) => {
  try {
    if (name === "open") asking = await openAsking(new URL(values[0]));
    postMessage({ number, value: name === "open" ? asking.manifest : await asking[name](...values) });
  } catch (error) {
    asking?.forget();
    postMessage({ number, failure: { message: error.message, says: error.says } });
  }
});
