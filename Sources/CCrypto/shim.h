/* The plain SHA-256 calls keep their state in a value: nothing is allocated per hash. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
#include <openssl/rand.h>
