// What ui.wasm asks of the browser: the shapes of its letters. Nothing else crosses here; all
// other wishes of the painter are data in its outbox.
addToLibrary({
  $UF__postset: 'UF.init();',
  $UF: {
    init() {
      UF.canvas = new OffscreenCanvas(64, 64);
      UF.context = UF.canvas.getContext('2d', { willReadFrequently: true });
      UF.decoder = new TextDecoder();
    },
    // A text font first, so that digits and signs do not come from an emoji font.
    families: 'system-ui, -apple-system, "Segoe UI", "Noto Sans", "PingFang SC", ' +
      '"Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", "Segoe UI Emoji", ' +
      '"Apple Color Emoji", "Noto Color Emoji", sans-serif',
    use(weight, pixels) {
      UF.context.font = `${weight ? 600 : 400} ${pixels}px ${UF.families}`;
      UF.context.textBaseline = 'alphabetic';
    },
    text(pointer, size) {
      const text = UF.decoder.decode(HEAPU8.subarray(pointer, pointer + size));
      // Without the selector, browsers draw some emoji from a text font, in one colour.
      return /^\p{Emoji_Presentation}$/u.test(text) ? text + '\uFE0F' : text;
    },
  },

  uf_js_font_metrics__deps: ['$UF'],
  uf_js_font_metrics: (weight, pixels, out) => {
    UF.use(weight, pixels);
    const box = UF.context.measureText('Hg');
    HEAPF32[out >> 2] = box.fontBoundingBoxAscent;
    HEAPF32[(out >> 2) + 1] = box.fontBoundingBoxDescent;
  },

  uf_js_glyph_measure__deps: ['$UF'],
  uf_js_glyph_measure: (pointer, size, weight, pixels, out) => {
    UF.use(weight, pixels);
    const box = UF.context.measureText(UF.text(pointer, size));
    HEAPF32.set([
      box.width, -box.actualBoundingBoxLeft, -box.actualBoundingBoxAscent,
      box.actualBoundingBoxRight, box.actualBoundingBoxDescent,
    ], out >> 2);
  },

  uf_js_glyph_raster__deps: ['$UF'],
  uf_js_glyph_raster: (pointer, size, weight, pixels, width, height, x, y, out) => {
    const { canvas, context } = UF;
    if (canvas.width < width || canvas.height < height) {
      canvas.width = Math.max(canvas.width, width);
      canvas.height = Math.max(canvas.height, height);
    } else {
      context.clearRect(0, 0, width, height);
    }
    UF.use(weight, pixels);
    context.fillStyle = '#fff';
    context.fillText(UF.text(pointer, size), x, y);
    HEAPU8.set(context.getImageData(0, 0, width, height).data, out);
  },
});
