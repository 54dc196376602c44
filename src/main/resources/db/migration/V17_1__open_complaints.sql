-- A buyer has one open complaint about an order, and one beside its orders with a supplier.
create index complaint_open_by_buyer on complaint (buyer_email, supplier_id) where state = 'OPEN';
