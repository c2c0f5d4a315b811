-- Payments are looked for by the moment of their answer, and by that of their beginning while they have none.
create index payment_order_moment on payment_order (coalesce(answered_at, begun_at));
drop index payment_order_begun;

-- Given up for another order before their own time was over: money may still come for them.
create index payment_order_given_up on payment_order (lapses_at) where state = 'LAPSED' and answered_at < lapses_at;
