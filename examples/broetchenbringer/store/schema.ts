/** `Brot` in ASCII: by it SQLite's header says whose file it is. */
export const applicationId = 0x42_72_6f_74

export const schemaVersion = 1

/** Money is whole cents, days are ISO dates, instants RFC 3339 in UTC. */
export const schema = `
create table settings (name text primary key, value text not null) strict, without rowid;
create table people (
  id integer primary key, sign_in text not null unique, name text not null, password_hash text not null
) strict;
create table license_history (
  id integer primary key, changed_at text not null, mode text not null, reason text not null
) strict;

create table tours (id integer primary key, name text not null, leaves_at text not null) strict;
create table customers (
  id integer primary key, number text not null unique, name text not null, contact text not null,
  street text not null, postcode text not null, city text not null, phone text not null, email text not null,
  tour_id integer not null references tours, customer_since text not null, note text
) strict;
create table products (
  id integer primary key, number text not null unique, name text not null, category text not null,
  price_cents integer not null, tax_percent integer not null, allergens text not null, on_sale integer not null
) strict;

create table standing_orders (
  id integer primary key, customer_id integer not null references customers, weekdays text not null,
  starts_on text not null, ends_on text, note text
) strict;
create table standing_order_lines (
  standing_order_id integer not null references standing_orders, product_id integer not null references products,
  quantity integer not null, primary key (standing_order_id, product_id)
) strict, without rowid;
create table orders (
  id integer primary key, number text not null unique, customer_id integer not null references customers,
  placed_at text not null, deliver_on text not null, note text
) strict;
create table order_lines (
  order_id integer not null references orders, product_id integer not null references products,
  quantity integer not null, primary key (order_id, product_id)
) strict, without rowid;

create table invoices (
  id integer primary key, number text not null unique, customer_id integer not null references customers,
  month text not null, issued_on text not null, due_on text not null, paid_on text,
  net_cents integer not null, tax_cents integer not null
) strict;
create table invoice_lines (
  invoice_id integer not null references invoices, position integer not null,
  product_id integer not null references products, quantity integer not null,
  unit_price_cents integer not null, tax_percent integer not null, primary key (invoice_id, position)
) strict, without rowid;
create table deliveries (
  id integer primary key, customer_id integer not null references customers, deliver_on text not null,
  standing_order_id integer references standing_orders, order_id integer references orders,
  delivered_at text, invoice_id integer references invoices
) strict;
create table delivery_lines (
  delivery_id integer not null references deliveries, product_id integer not null references products,
  quantity integer not null, unit_price_cents integer not null, primary key (delivery_id, product_id)
) strict, without rowid;
create table documents (
  id integer primary key, customer_id integer not null references customers, name text not null,
  media_type text not null, added_on text not null, content blob not null
) strict;

create index deliveries_by_day on deliveries (deliver_on, customer_id);
create index deliveries_by_customer on deliveries (customer_id, deliver_on);
create index deliveries_by_standing_order on deliveries (standing_order_id, deliver_on);
create index orders_by_day on orders (deliver_on);
create index invoices_by_customer on invoices (customer_id);
pragma application_id = ${applicationId};
pragma user_version = ${schemaVersion};
`

/** What belongs to the bakery, parents before children; the rest belongs to this installation. */
export const bakeryTables = [
  'tours',
  'customers',
  'products',
  'standing_orders',
  'standing_order_lines',
  'orders',
  'order_lines',
  'invoices',
  'invoice_lines',
  'deliveries',
  'delivery_lines',
  'documents',
] as const
