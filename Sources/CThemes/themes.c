#include "CThemes.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// The files of Themes/ are taken in as they are. A new one gets its three lines and its row here.

static const unsigned char terminal[] = {
#embed "../../Themes/terminal.yaml"
};

static const unsigned char night[] = {
#embed "../../Themes/night.yaml"
};

static const unsigned char paper[] = {
#embed "../../Themes/paper.yaml"
};

static const unsigned char okabe_ito[] = {
#embed "../../Themes/okabe-ito.yaml"
};

static const unsigned char contrast[] = {
#embed "../../Themes/contrast.yaml"
};

static const unsigned char mono[] = {
#embed "../../Themes/mono.yaml"
};

static const broadsheet_theme themes[] = {
    {"terminal", terminal, sizeof terminal},
    {"night", night, sizeof night},
    {"paper", paper, sizeof paper},
    {"okabe-ito", okabe_ito, sizeof okabe_ito},
    {"contrast", contrast, sizeof contrast},
    {"mono", mono, sizeof mono},
};

const broadsheet_theme *broadsheet_themes(size_t *count) {
  *count = sizeof themes / sizeof *themes;
  return themes;
}
