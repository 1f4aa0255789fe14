// The canvas, as src/wasm/screen.cpp asks for it. All it is told fits in one program: textured
// triangles of one colour a corner, cut off at boxes.
addToLibrary({
  $SCREEN: {
    vertex: `#version 300 es
precision highp float;
layout(location=0) in vec2 place;
layout(location=1) in vec2 letter;
layout(location=2) in vec4 color;
uniform vec2 size;
out vec2 at;
out vec4 tint;
void main() {
  at = letter;
  tint = color;
  gl_Position = vec4(place.x * 2. / size.x - 1., 1. - place.y * 2. / size.y, 0, 1);
}`,
    fragment: `#version 300 es
precision mediump float;
uniform sampler2D image;
in vec2 at;
in vec4 tint;
out vec4 color;
void main() {
  color = tint * texture(image, at);
}`,
    compile(gl) {
      const program = gl.createProgram();
      for (const [kind, text] of [[gl.VERTEX_SHADER, SCREEN.vertex], [gl.FRAGMENT_SHADER, SCREEN.fragment]]) {
        const shader = gl.createShader(kind);
        gl.shaderSource(shader, text);
        gl.compileShader(shader);
        gl.attachShader(program, shader);
      }
      gl.linkProgram(program);
      gl.useProgram(program);
      SCREEN.size = gl.getUniformLocation(program, 'size');
    },
    bind(id) {
      SCREEN.gl.bindTexture(SCREEN.gl.TEXTURE_2D, SCREEN.textures[id] ??= SCREEN.gl.createTexture());
    },
  },

  // 1 when it can be painted on. Nothing of a context that was lost is asked for again.
  uf_js_screen_open__deps: ['$SCREEN'],
  uf_js_screen_open: () => {
    const gl = document.getElementById('ui').getContext('webgl2', {
      antialias: false, depth: false, powerPreference: 'low-power' });
    if (!gl || gl.isContextLost()) return 0;
    SCREEN.gl = gl;
    SCREEN.textures = {};
    SCREEN.compile(gl);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    [0, 1, 2].forEach((i) => gl.enableVertexAttribArray(i));
    // As ImDrawVert.
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 20, 0);
    gl.vertexAttribPointer(1, 2, gl.FLOAT, false, 20, 8);
    gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, 20, 16);
    gl.enable(gl.BLEND);
    gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    return 1;
  },

  uf_js_screen_texture__deps: ['$SCREEN'],
  uf_js_screen_texture: (id, width, height, pixels) => {
    const { gl } = SCREEN;
    SCREEN.bind(id);
    for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, 0);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, HEAPU8, pixels);
  },

  uf_js_screen_patch__deps: ['$SCREEN'],
  uf_js_screen_patch: (id, x, y, width, height, row, pixels) => {
    const { gl } = SCREEN;
    SCREEN.bind(id);
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, row);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, gl.RGBA, gl.UNSIGNED_BYTE, HEAPU8, pixels);
  },

  uf_js_screen_drop__deps: ['$SCREEN'],
  uf_js_screen_drop: (id) => {
    SCREEN.gl.deleteTexture(SCREEN.textures[id]);
    delete SCREEN.textures[id];
  },

  uf_js_screen_size__deps: ['$SCREEN'],
  uf_js_screen_size: (width, height, deviceWidth, deviceHeight) => {
    SCREEN.gl.uniform2f(SCREEN.size, width, height);
    SCREEN.gl.viewport(0, 0, deviceWidth, deviceHeight);
  },

  uf_js_screen_paint__deps: ['$SCREEN'],
  uf_js_screen_paint: (corners, cornerBytes, indices, indexCount, steps, stepCount) => {
    const { gl } = SCREEN;
    gl.disable(gl.SCISSOR_TEST);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.enable(gl.SCISSOR_TEST);
    gl.bufferData(gl.ARRAY_BUFFER, HEAPU8, gl.STREAM_DRAW, corners, cornerBytes);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, HEAPU32, gl.STREAM_DRAW, indices >> 2, indexCount);
    // As ui::DrawStep.
    const words = HEAP32.subarray(steps >> 2, (steps >> 2) + stepCount * 6);
    for (let i = 0, first = 0; i < words.length; i += 6) {
      gl.scissor(words[i], words[i + 1], words[i + 2], words[i + 3]);
      SCREEN.bind(words[i + 4]);
      gl.drawElements(gl.TRIANGLES, words[i + 5], gl.UNSIGNED_INT, first * 4);
      first += words[i + 5];
    }
  },
});
