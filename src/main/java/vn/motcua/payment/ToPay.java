package vn.motcua.payment;

import org.jspecify.annotations.Nullable;

/**
 * What a dossier waits to be paid.
 *
 * @param amount in đồng
 * @param online whether it can be paid here and not only at the desk
 * @param underWay the reference of a payment that was begun before and is not answered yet
 */
public record ToPay(long amount, boolean online, @Nullable String underWay) {}
