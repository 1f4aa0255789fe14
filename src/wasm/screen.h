// The canvas as Dear ImGui's renderer: keeps its textures there and paints its frames, each that
// differs from the one before. It asks nothing of the graphics card, because every question waits
// until all is painted.
#pragma once

#include "ui/picture.h"

namespace unfeigned {

class Screen {
 public:
  // Takes the canvas, the first time or after it was lost. False when there is nothing to paint on.
  bool open();
  // What Dear ImGui rendered last.
  void show();

 private:
  ui::Picture shown_;
};

}  // namespace unfeigned
