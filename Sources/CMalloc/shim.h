/* How glibc's allocator is set: Swift's Glibc module leaves it out. */
#include <malloc.h>
