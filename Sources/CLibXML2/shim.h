/* Debian's libxml2 headers pull in ICU's, which clash with Foundation's own. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>

/* What libxml2 would print on standard error holds bytes of the document: it is not printed. */
__attribute__((unused)) static void rekon_ignore(void *context, const char *format, ...) {
  (void)context;
  (void)format;
}

/* Keeps libxml2 silent on this thread; errors are told by return values and handlers. */
static inline void rekon_silence_libxml2(void) { xmlSetGenericErrorFunc(NULL, rekon_ignore); }
