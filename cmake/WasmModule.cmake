# A module of the page: <name>.mjs and <name>.wasm in bin/.
#
#   unfeigned_wasm_module(<name> <O-level> <link flag>...)
#
# Sources come from unfeigned_wasm_<name>_sources, exported functions from src/wasm/<name>.exports (a JSON list that is
# reviewed like code), functions of the page that C++ calls from src/wasm/host.js and screen.js (ui only).
function(unfeigned_wasm_module name level)
  if(NOT unfeigned_wasm_${name}_sources)
    return()
  endif()
  set(wasm ${PROJECT_SOURCE_DIR}/src/wasm)
  add_executable(wasm_${name} ${unfeigned_wasm_${name}_sources})
  set_target_properties(wasm_${name} PROPERTIES OUTPUT_NAME ${name} SUFFIX .mjs)
  unfeigned_set_options(wasm_${name})
  target_link_options(wasm_${name} PRIVATE ${ARGN}
    --no-entry
    -sMODULARIZE=1 -sEXPORT_ES6=1
    # No eval and no Function(): the page's content security policy forbids both.
    -sDYNAMIC_EXECUTION=0
    -sFILESYSTEM=0 -sMALLOC=emmalloc
    # Growing memory turns "abort when malloc fails" off; Dear ImGui does not look at what malloc returns.
    -sALLOW_MEMORY_GROWTH=1 -sABORTING_MALLOC=1 -sINITIAL_MEMORY=16MB
    # The default of 64 KB overflows silently in ImGui and in a JSON parser.
    -sSTACK_SIZE=256KB
    -sINCOMING_MODULE_JS_API=wasmBinary,onAbort,print,printErr
    -sEXPORTED_RUNTIME_METHODS=HEAPU8,HEAPU16,HEAP32,HEAPU32,HEAPF32)
  if(EXISTS ${wasm}/${name}.exports)
    target_link_options(wasm_${name} PRIVATE -sEXPORTED_FUNCTIONS=@${wasm}/${name}.exports)
    set_property(TARGET wasm_${name} APPEND PROPERTY LINK_DEPENDS ${wasm}/${name}.exports)
  endif()
  if(name STREQUAL ui)
    foreach(library host screen)
      target_link_options(wasm_${name} PRIVATE "SHELL:--js-library ${wasm}/${library}.js")
      set_property(TARGET wasm_${name} APPEND PROPERTY LINK_DEPENDS ${wasm}/${library}.js)
    endforeach()
  endif()
  if(CMAKE_BUILD_TYPE STREQUAL Release)
    target_compile_options(wasm_${name} PRIVATE -${level})
    # Binaryen goes over its work until nothing gets smaller: 0.6 KB gzip.
    target_link_options(wasm_${name} PRIVATE -${level} -sBINARYEN_EXTRA_PASSES=--converge,--strip-producers)
  else()
    target_link_options(wasm_${name} PRIVATE -sASSERTIONS=2 -sSAFE_HEAP=1 -sSTACK_OVERFLOW_CHECK=2)
  endif()
endfunction()
