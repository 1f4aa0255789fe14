// The worker: owns core.wasm and answers every request, with what was asked for or with a problem.
// @ts-check
import { CoreEngine } from './glue/core_engine.mjs';

/** @type {Promise<CoreEngine> | undefined} */
let engine;

/**
 * @param {{ start?: any, pack?: any, options?: object, text?: string }} request
 * @returns {Promise<string>} JSON
 */
async function answer(request) {
  if (request.start) {
    engine = CoreEngine.start(request.start);
    await engine;
    return 'null';
  }
  if (!engine) throw new Error('the checker was not started');
  if (request.pack) return (await engine).usePack(request.pack);
  return (await engine).audit(request.options ?? {}, request.text ?? '');
}

self.onmessage = ({ data }) => {
  answer(data).then(
    (result) => self.postMessage({ id: data.id, result }),
    (error) => self.postMessage({ id: data.id, problem: String(error?.message ?? error) }),
  );
};
