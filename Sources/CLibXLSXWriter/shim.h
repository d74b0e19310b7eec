#include <xlsxwriter.h>

/* Linux: a file in memory; glibc declares it for _GNU_SOURCE alone. */
int memfd_create(const char *name, unsigned int flags);
