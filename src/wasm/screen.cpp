#include "wasm/screen.h"

#include <cstdint>
#include <utility>

#include "imgui.h"

extern "C" {
// src/wasm/screen.js
int uf_js_screen_open();
void uf_js_screen_texture(std::uint32_t id, int width, int height, const void* pixels);
void uf_js_screen_patch(std::uint32_t id, int x, int y, int width, int height, int row,
                        const void* pixels);
void uf_js_screen_drop(std::uint32_t id);
void uf_js_screen_size(float width, float height, int device_width, int device_height);
void uf_js_screen_paint(const void* corners, std::size_t corner_bytes, const void* indices,
                        std::size_t index_count, const void* steps, std::size_t step_count);
}

namespace unfeigned {

namespace {

// Whether the canvas got new pixels.
bool update(ImTextureData& texture) {
  const auto id = static_cast<std::uint32_t>(texture.UniqueID) + 1;
  switch (texture.Status) {
    case ImTextureStatus_WantCreate:
      uf_js_screen_texture(id, texture.Width, texture.Height, texture.GetPixels());
      texture.SetTexID(id);
      break;
    case ImTextureStatus_WantUpdates:
      for (const ImTextureRect& part : texture.Updates) {
        uf_js_screen_patch(id, part.x, part.y, part.w, part.h, texture.Width,
                           texture.GetPixelsAt(part.x, part.y));
      }
      break;
    case ImTextureStatus_WantDestroy:
      if (texture.UnusedFrames == 0) return false;
      uf_js_screen_drop(id);
      texture.SetTexID(ImTextureID_Invalid);
      texture.SetStatus(ImTextureStatus_Destroyed);
      return false;
    default:
      return false;
  }
  texture.SetStatus(ImTextureStatus_OK);
  return true;
}

}  // namespace

bool Screen::open() {
  if (uf_js_screen_open() == 0) return false;
  ImGui::GetIO().BackendFlags |=
      ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
  // Every texture is kept in memory by Dear ImGui, and goes up again.
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_Destroyed) continue;
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_WantCreate);
  }
  shown_ = {};
  return true;
}

void Screen::show() {
  const ImDrawData& drawn = *ImGui::GetDrawData();
  bool is_new = false;
  for (ImTextureData* texture : *drawn.Textures) is_new = update(*texture) || is_new;
  ui::Picture picture = ui::picture_of(drawn);
  if (!is_new && picture.is_same(shown_)) return;
  shown_ = std::move(picture);
  uf_js_screen_size(shown_.width, shown_.height, shown_.device_width, shown_.device_height);
  uf_js_screen_paint(shown_.corners.data(), shown_.corners.size() * sizeof(ImDrawVert),
                     shown_.indices.data(), shown_.indices.size(), shown_.steps.data(),
                     shown_.steps.size());
}

}  // namespace unfeigned
