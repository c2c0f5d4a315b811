package vn.motcua.exchange;

/** What became of the rows of a register. */
public record RegisterResult(long imported, long unchanged, long refused) {

    public long rows() {
        return imported + unchanged + refused;
    }
}
