// Expat as Swift sees it: its own header.
#ifndef HEXAPLA_CEXPAT_H
#define HEXAPLA_CEXPAT_H

#include <expat.h>

#endif
