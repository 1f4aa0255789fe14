# Everything that is not ours. Defines unfeigned::icu, unfeigned::imgui,
# nlohmann_json::nlohmann_json, and natively CLI11::CLI11, GTest::gtest_main and benchmark::benchmark.
#
# What a machine has is used first; what is fetched is pinned by hash. ./dev puts the sources of ICU and Dear ImGui
# into .toolchain/src where apt reaches Debian; elsewhere FetchContent gets the very same releases.

set(unfeigned_tools ${PROJECT_SOURCE_DIR}/.toolchain)
# Two build trees configured at once must not fetch or build the same thing into the same folder.
file(LOCK ${unfeigned_tools}/configure-lock GUARD FILE TIMEOUT 1800)

# Said before the module is read, which would choose a folder in each build tree.
set(FETCHCONTENT_BASE_DIR ${unfeigned_tools}/fetched CACHE PATH "Fetched once for all build trees")
include(FetchContent)

set(UNFEIGNED_ICU_VERSION 76.1)
set(UNFEIGNED_IMGUI_MINIMUM 19210)

# Points FetchContent at what ./dev unpacked, unless the user pointed it elsewhere.
function(unfeigned_prefer_unpacked name)
  string(TOUPPER ${name} upper)
  if(NOT FETCHCONTENT_SOURCE_DIR_${upper} AND EXISTS ${unfeigned_tools}/src/${name}/.unpacked)
    set(FETCHCONTENT_SOURCE_DIR_${upper} ${unfeigned_tools}/src/${name} CACHE PATH "Source of ${name}" FORCE)
  endif()
endfunction()

# ---- ICU ------------------------------------------------------------------------------------------------------------

unfeigned_prefer_unpacked(icu)
# SOURCE_SUBDIR names a folder without a CMakeLists.txt: ICU has none, and ours is started below.
FetchContent_Declare(icu
  URL https://github.com/unicode-org/icu/releases/download/release-76-1/icu4c-76_1-src.tgz
  URL_HASH SHA256=dfacb46bfe4747410472ce3e1144bf28a102feeaa4e3875bac9b4c6cf30f4f3e
  DOWNLOAD_EXTRACT_TIMESTAMP ON SOURCE_SUBDIR none)
FetchContent_MakeAvailable(icu)
set(unfeigned_icu_source ${icu_SOURCE_DIR}/source)

# Part of ICU's interface: they change what its headers declare. The second half leaves out what needs data we do not
# carry. U_CHARSET_IS_UTF8 keeps the machine's locale out of every conversion.
set(unfeigned_icu_defines U_STATIC_IMPLEMENTATION=1 U_CHARSET_IS_UTF8=1 U_ENABLE_DYLOAD=0
    UCONFIG_NO_LEGACY_CONVERSION=1 UCONFIG_NO_COLLATION=1 UCONFIG_NO_FORMATTING=1 UCONFIG_NO_TRANSLITERATION=1
    UCONFIG_NO_IDNA=1 UCONFIG_NO_FILE_IO=1 UCONFIG_NO_SERVICE=1 UCONFIG_NO_FILTERED_BREAK_ITERATION=1)

# ICU's own files use typeid, so RTTI stays on. Sections let the linker drop what nobody calls.
set(unfeigned_icu_flags -w -fno-exceptions -ffunction-sections -fdata-sections)
if(EMSCRIPTEN)
  # 5 KB gzip smaller than -O2 without -flto, and no slower. The modules with checks share the archive.
  list(APPEND unfeigned_icu_flags -Os -flto)
else()
  list(APPEND unfeigned_icu_flags -O2)
endif()

# Builds the archive unless it stands there already. All build trees of one compiler share it: the key is everything
# that could change its bytes.
function(unfeigned_build_icu archive_out)
  set(kind native)
  set(arguments -DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER})
  if(EMSCRIPTEN)
    set(kind wasm)
    set(arguments -DCMAKE_TOOLCHAIN_FILE=${CMAKE_TOOLCHAIN_FILE})
  endif()
  file(SHA256 ${PROJECT_SOURCE_DIR}/cmake/icu/CMakeLists.txt recipe)
  file(SHA256 ${PROJECT_SOURCE_DIR}/cmake/icu/no_dictionaries.cpp own)
  string(SHA256 key "${recipe} ${own} ${UNFEIGNED_ICU_VERSION} ${unfeigned_icu_defines} ${unfeigned_icu_flags} \
${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION} ${EMSCRIPTEN_VERSION} ${CMAKE_SYSTEM_PROCESSOR}")
  string(SUBSTRING ${key} 0 12 key)
  set(folder ${unfeigned_tools}/icu/${kind}-${key})
  set(${archive_out} ${folder}/libicuuc_unfeigned.a PARENT_SCOPE)

  file(MAKE_DIRECTORY ${folder})
  if(EXISTS ${folder}/complete)
    return()
  endif()
  message(STATUS "Building ICU ${UNFEIGNED_ICU_VERSION} for ${kind}, once (a minute or two)")
  execute_process(
    COMMAND ${CMAKE_COMMAND} -G Ninja -S ${PROJECT_SOURCE_DIR}/cmake/icu -B ${folder}/build ${arguments}
            "-DICU_SOURCE=${unfeigned_icu_source}" "-DICU_DEFINES=${unfeigned_icu_defines}"
            "-DICU_FLAGS=${unfeigned_icu_flags}"
    OUTPUT_FILE ${folder}/configure.log ERROR_FILE ${folder}/configure.log RESULT_VARIABLE failed)
  if(NOT failed)
    execute_process(COMMAND ${CMAKE_COMMAND} --build ${folder}/build
                    OUTPUT_FILE ${folder}/build.log ERROR_FILE ${folder}/build.log RESULT_VARIABLE failed)
  endif()
  if(failed)
    message(FATAL_ERROR "ICU did not build; see configure.log and build.log in ${folder}. "
                        "To start afresh, remove that folder.")
  endif()
  file(REMOVE_RECURSE ${folder}/build)
  file(TOUCH ${folder}/complete)
endfunction()

unfeigned_build_icu(unfeigned_icu_archive)
add_library(unfeigned_icu STATIC IMPORTED GLOBAL)
set_target_properties(unfeigned_icu PROPERTIES
  IMPORTED_LOCATION ${unfeigned_icu_archive}
  INTERFACE_INCLUDE_DIRECTORIES ${unfeigned_icu_source}/common
  INTERFACE_COMPILE_DEFINITIONS "${unfeigned_icu_defines}")
add_library(unfeigned::icu ALIAS unfeigned_icu)

# The rules by which ICU finds boundaries. They are data, and the only data of ICU that we carry.
set(unfeigned_break_data "")
foreach(kind char word sent)
  list(APPEND unfeigned_break_data ${unfeigned_tools}/icu/data/brkitr/${kind}.brk)
endforeach()
function(unfeigned_extract_break_data)
  file(MAKE_DIRECTORY ${unfeigned_tools}/icu/data)
  set(stamp ${unfeigned_tools}/icu/data/complete-${UNFEIGNED_ICU_VERSION})
  if(EXISTS ${stamp})
    return()
  endif()
  find_program(UNFEIGNED_ICUPKG icupkg)
  if(NOT UNFEIGNED_ICUPKG)
    message(FATAL_ERROR "icupkg is missing; it takes the break rules out of ICU's data (Debian: icu-devtools).")
  endif()
  foreach(kind char word sent)
    execute_process(
      COMMAND ${UNFEIGNED_ICUPKG} -x brkitr/${kind}.brk -d ${unfeigned_tools}/icu/data
              ${unfeigned_icu_source}/data/in/icudt76l.dat
      RESULT_VARIABLE failed)
    if(failed OR NOT EXISTS ${unfeigned_tools}/icu/data/brkitr/${kind}.brk)
      message(FATAL_ERROR "icupkg could not take ${kind}.brk out of ICU's data.")
    endif()
  endforeach()
  file(TOUCH ${stamp})
endfunction()
unfeigned_extract_break_data()

# ---- Dear ImGui -----------------------------------------------------------------------------------------------------

unfeigned_prefer_unpacked(imgui)
FetchContent_Declare(imgui
  GIT_REPOSITORY https://github.com/ocornut/imgui.git
  GIT_TAG 45acd5e0e82f4c954432533ae9985ff0e1aad6d5 # v1.92.2b
  SOURCE_SUBDIR none)
FetchContent_MakeAvailable(imgui)
file(STRINGS ${imgui_SOURCE_DIR}/imgui.h unfeigned_imgui_version REGEX "^#define IMGUI_VERSION_NUM ")
string(REGEX MATCH "[0-9]+$" unfeigned_imgui_version "${unfeigned_imgui_version}")
if(unfeigned_imgui_version LESS UNFEIGNED_IMGUI_MINIMUM)
  message(FATAL_ERROR "Dear ImGui ${unfeigned_imgui_version} is too old; ${UNFEIGNED_IMGUI_MINIMUM} or later is needed.")
endif()

function(unfeigned_imgui_library name)
  add_library(${name} STATIC ${ARGN})
  add_library(unfeigned::${name} ALIAS ${name})
  target_compile_features(${name} PRIVATE cxx_std_20)
  target_compile_options(${name} PRIVATE -w -fno-exceptions -fno-rtti)
  if(EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL Release)
    # Drawing takes well under a millisecond; bytes are what the visitor waits for.
    target_compile_options(${name} PRIVATE -Oz)
  endif()
  set_target_properties(${name} PROPERTIES CXX_CLANG_TIDY "")
endfunction()

if(EMSCRIPTEN)
  set(unfeigned_imgui_widgets ${PROJECT_SOURCE_DIR}/cmake/imgui/left_out.cpp)
else()
  set(unfeigned_imgui_widgets ${imgui_SOURCE_DIR}/imgui_tables.cpp ${imgui_SOURCE_DIR}/imgui_widgets.cpp)
endif()
unfeigned_imgui_library(imgui
  ${imgui_SOURCE_DIR}/imgui.cpp
  ${imgui_SOURCE_DIR}/imgui_draw.cpp
  ${PROJECT_SOURCE_DIR}/cmake/imgui/format.cpp
  ${unfeigned_imgui_widgets})
target_include_directories(imgui SYSTEM PUBLIC ${imgui_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/cmake/imgui)
target_compile_definitions(imgui PUBLIC "IMGUI_USER_CONFIG=\"unfeigned_imconfig.h\"")

# ---- nlohmann_json --------------------------------------------------------------------------------------------------

# Header-only, so the host's copy serves wasm too, but only it: a link in a folder of its own keeps the rest of the
# host's headers out of a wasm build.
find_path(UNFEIGNED_NLOHMANN nlohmann/json.hpp
  HINTS /usr/include /usr/local/include /opt/homebrew/include NO_CMAKE_FIND_ROOT_PATH)
if(NOT UNFEIGNED_NLOHMANN)
  message(FATAL_ERROR "nlohmann/json.hpp is missing (Debian: nlohmann-json3-dev).")
endif()
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/third_party/nlohmann_json)
file(CREATE_LINK ${UNFEIGNED_NLOHMANN}/nlohmann ${PROJECT_BINARY_DIR}/third_party/nlohmann_json/nlohmann SYMBOLIC)
add_library(nlohmann_json INTERFACE)
add_library(nlohmann_json::nlohmann_json ALIAS nlohmann_json)
target_include_directories(nlohmann_json SYSTEM INTERFACE ${PROJECT_BINARY_DIR}/third_party/nlohmann_json)

# ---- native only ----------------------------------------------------------------------------------------------------

if(NOT EMSCRIPTEN)
  find_package(CLI11 2 REQUIRED)
  if(UNFEIGNED_TESTS)
    find_package(GTest 1.12 REQUIRED)
  endif()
  if(UNFEIGNED_BENCH)
    find_package(benchmark 1.7 REQUIRED)
  endif()
endif()
