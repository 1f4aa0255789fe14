// Dear ImGui's door for other rasterisers (ImFontLoader, 1.92.1 and later), opened to GlyphHost.
#pragma once

struct ImFontLoader;

namespace unfeigned::ui {

// Expects ImFontAtlas::UserData to point to the Fonts object. FontNo 1 is the strong weight.
const ImFontLoader* font_loader();

}  // namespace unfeigned::ui
