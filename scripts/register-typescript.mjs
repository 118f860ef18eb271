// Lets a worker thread load the modules of src/ as they were written. Threads do not get the loader of their process.
import { register } from "tsx/esm/api";

register();
