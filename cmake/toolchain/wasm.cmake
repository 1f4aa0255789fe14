# The CMake toolchain file of the wasm presets: finds Emscripten and hands over to its own toolchain file.
#
# ./dev records which Emscripten to use in .toolchain/emscripten-root; without that record the one on PATH is taken.
set(unfeigned_emcc_record ${CMAKE_CURRENT_LIST_DIR}/../../.toolchain/emscripten-root)
if(EXISTS ${unfeigned_emcc_record})
  file(STRINGS ${unfeigned_emcc_record} unfeigned_emscripten LIMIT_COUNT 1)
else()
  find_program(UNFEIGNED_EM_CONFIG em-config)
  if(UNFEIGNED_EM_CONFIG)
    execute_process(COMMAND ${UNFEIGNED_EM_CONFIG} EMSCRIPTEN_ROOT
                    OUTPUT_VARIABLE unfeigned_emscripten OUTPUT_STRIP_TRAILING_WHITESPACE)
  endif()
endif()
if(NOT EXISTS "${unfeigned_emscripten}/cmake/Modules/Platform/Emscripten.cmake")
  message(FATAL_ERROR "No Emscripten found. Run ./dev site once: it gets one into .toolchain/ and records its place.")
endif()
include(${unfeigned_emscripten}/cmake/Modules/Platform/Emscripten.cmake)
