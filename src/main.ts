import { bridgeSource } from "./io/python-source.ts";
console.log(bridgeSource().length);
