package vn.motcua.desk;

/** Whose tasks a worklist shows. */
enum Whose {
    MINE,
    GROUP,
    AGENCY
}
