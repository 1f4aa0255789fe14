// The name under which Dear ImGui looks for another reader of fonts. Ours is src/ui/font_loader.h; there is no FreeType.
#pragma once

struct ImFontLoader;

namespace ImGuiFreeType {

const ImFontLoader* GetFontLoader();

}  // namespace ImGuiFreeType
