// Dear ImGui's compile-time settings (IMGUI_USER_CONFIG), the same for the page and for the native tests.
//
// Only what is left out on purpose is named here; it refuses to change behaviour that a test could not see.
#pragma once

// Emoji and rare Han characters lie beyond 16 bits.
#define IMGUI_USE_WCHAR32

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS

// The page has no files and no shell, and text is drawn with the browser's own fonts.
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT

// WebGL2; read by the OpenGL backend only.
#define IMGUI_IMPL_OPENGL_ES3
