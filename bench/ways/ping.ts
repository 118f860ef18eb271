import { serve } from "./serve.js";

/*
 * The least that a Node server can do: it shows how many answers a second the asking process can take at all.
 */

const ANSWER = '{"data":{}}';

serve((_request, response) => {
  response.setHeader("content-type", "application/json; charset=utf-8");
  response.setHeader("content-length", ANSWER.length);
  response.end(ANSWER);
});
