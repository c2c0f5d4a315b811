package vn.motcua.desk;

import java.io.Serializable;
import java.util.List;

/**
 * What has just been done to a dossier, for the message on the page that comes next.
 *
 * @param prints the names of the forms that belong to it, see /desk/dossiers/{code}/print/{form}
 */
record TaskDone(String code, String step, List<String> prints) implements Serializable {}
