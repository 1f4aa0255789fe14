// What Dear ImGui formats here: names of windows and popups, such as "%s/%s_%08X". Strings, integers and hexadecimal
// numbers with a width and leading zeros; any other conversion stands as it is written.
#include <stdarg.h>

#include "imgui.h"
#include "imgui_internal.h"

namespace {

// Counts on when the buffer is full or missing, as vsnprintf does.
struct Out {
  char* buffer;
  size_t room;
  size_t size = 0;

  void put(char c) {
    if (buffer != nullptr && size + 1 < room) buffer[size] = c;
    ++size;
  }
};

void put_text(Out& out, const char* text, int limit) {
  if (text == nullptr) text = "(null)";
  for (int i = 0; text[i] != 0 && (limit < 0 || i < limit); ++i) out.put(text[i]);
}

void put_number(Out& out, unsigned value, unsigned base, int width, char pad) {
  char digits[16];
  int count = 0;
  do {
    digits[count++] = "0123456789ABCDEF"[value % base];
    value /= base;
  } while (value != 0);
  for (int i = count; i < width; ++i) out.put(pad);
  while (count > 0) out.put(digits[--count]);
}

// One conversion, from behind its '%'; where the text goes on.
const char* put_conversion(Out& out, const char* at, va_list* args) {
  const char* const start = at;
  const char pad = *at == '0' ? '0' : ' ';
  int width = 0;
  int limit = -1;
  for (; *at >= '0' && *at <= '9'; ++at) width = width * 10 + (*at - '0');
  if (at[0] == '.' && at[1] == '*') {
    limit = va_arg(*args, int);
    at += 2;
  }
  switch (*at) {
    case '%':
      out.put('%');
      break;
    case 's':
      put_text(out, va_arg(*args, const char*), limit);
      break;
    case 'd': {
      const int value = va_arg(*args, int);
      if (value < 0) out.put('-');
      put_number(out, value < 0 ? 0U - static_cast<unsigned>(value) : static_cast<unsigned>(value), 10, width, pad);
      break;
    }
    case 'u':
      put_number(out, va_arg(*args, unsigned), 10, width, pad);
      break;
    case 'X':
      put_number(out, va_arg(*args, unsigned), 16, width, pad);
      break;
    default:
      out.put('%');
      return start;
  }
  return at + 1;
}

}  // namespace

int ImFormatStringV(char* buffer, size_t room, const char* format, va_list args) {
  Out out{buffer, room};
  va_list rest;
  va_copy(rest, args);
  for (const char* at = format; *at != 0;) {
    if (*at == '%') {
      at = put_conversion(out, at + 1, &rest);
    } else {
      out.put(*at++);
    }
  }
  va_end(rest);
  if (buffer == nullptr) return static_cast<int>(out.size);
  const size_t end = out.size < room ? out.size : room - 1;
  buffer[end] = 0;
  return static_cast<int>(end);
}

int ImFormatString(char* buffer, size_t room, const char* format, ...) {
  va_list args;
  va_start(args, format);
  const int size = ImFormatStringV(buffer, room, format, args);
  va_end(args);
  return size;
}
