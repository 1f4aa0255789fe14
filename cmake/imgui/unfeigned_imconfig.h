// Dear ImGui's compile-time settings (IMGUI_USER_CONFIG), the same for the page and for the native tests.
//
// Only what is left out on purpose is named here; it refuses to change behaviour that a test could not see.
#pragma once

// Emoji and rare Han characters lie beyond 16 bits.
#define IMGUI_USE_WCHAR32

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS

// The page has no files and no shell, and text is drawn with the browser's own fonts: src/ui/font_loader.h stands in
// the place of FreeType, and so no reader of font files is linked (11 KB of a first visit).
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_ENABLE_FREETYPE

// All that is ever formatted is names of windows (format.cpp beside this file), and nothing is ever read, for the page
// has no file of settings. The C library's functions for both bring floating-point numbers of 128 bits along (13 KB of a
// first visit).
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS
#include <stdio.h>
#define sscanf(...) 0
