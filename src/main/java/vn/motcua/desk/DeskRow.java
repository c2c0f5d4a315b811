package vn.motcua.desk;

import vn.motcua.page.DeadlineWords.Told;
import vn.motcua.worklist.WorklistRow;

/**
 * A row of the worklist as the page shows it.
 *
 * @param step the deadline of the step
 * @param dossier the deadline of the dossier
 * @param mine whether the person at hand has it
 * @param canBeGiven whether the person at hand may take it or give it to somebody
 */
record DeskRow(WorklistRow row, Told step, Told dossier, boolean mine, boolean canBeGiven) {}
