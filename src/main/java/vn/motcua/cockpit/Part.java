package vn.motcua.cockpit;

/**
 * One question of the plugin's pages, a bean. Who asks has come through the {@link Door}; which agency may be asked about
 * is {@link Watcher#agency}.
 */
interface Part {

    /** Where it stands under the plugin's address. */
    String address();

    /** What is written as JSON. */
    Object answer(Watcher who, Asked asked);
}
