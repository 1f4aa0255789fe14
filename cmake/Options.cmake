# How our own targets are compiled; and -flto, for Dear ImGui as well.

option(UNFEIGNED_WERROR "Treat our own warnings as errors" OFF)
option(UNFEIGNED_SANITIZE "Build our own code with the address and undefined-behaviour sanitizers" OFF)

if(EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL Release)
  # A module is optimised as a whole: 16 KB gzip smaller, and no slower. Only the compiler is told, since the flag at the
  # link makes Emscripten take its libraries as bitcode too, and its libc++abi lacks a symbol that way.
  add_compile_options(-flto)
endif()

# unfeigned_set_options(target [EXCEPTIONS])
#
# Exceptions and RTTI are off, so that native code behaves as the wasm does; EXCEPTIONS is for src/cli alone, whose
# argument parser throws.
function(unfeigned_set_options target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "EXCEPTIONS" "" "")
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast)
  if(UNFEIGNED_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(NOT arg_EXCEPTIONS)
    target_compile_options(${target} PRIVATE -fno-exceptions -fno-rtti)
  endif()
  if(UNFEIGNED_SANITIZE)
    # The vptr check needs RTTI. Nothing recovers: a test that trips must be red.
    target_compile_options(${target} PRIVATE -fsanitize=address,undefined -fno-sanitize=vptr
                                             -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=address,undefined)
  endif()
endfunction()
