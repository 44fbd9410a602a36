//! What French calls people by their role or trade.

use crate::lang::words::{Sorted, sorted};

/// Nouns of roles and trades, folded.
pub(super) static ROLES: Sorted = sorted!(
    "abbe acteur actrice adjoint adjointe adjudant administrateur administratrice agent agriculteur agricultrice \
     ailier ambassadeur ambassadrice amiral analyste animateur animatrice arbitre archeveque architecte \
     assistant assistante athlete attaquant auteur auteure autrice avocat avocate ayatollah baron baronne \
     batonnier berger bergere boucher bouchere boulanger boulangere bourgmestre brigadier buteur buteuse calife \
     cancerologue candidat candidate capitaine caporal cardinal champion championne chancelier chanceliere \
     chanteur chanteuse charge chargee chauffeur chef cheffe chercheur chercheuse chirurgien chirurgienne \
     chroniqueur chroniqueuse cineaste co-fondateur coach coiffeur coiffeuse colonel comedien comedienne \
     commandant commandante commercant commercante commissaire compositeur compositrice comte comtesse \
     conducteur conductrice conseiller conseillere consul consultant consultante coordinateur coordinatrice \
     coureur coureuse couturier createur creatrice cuisinier curateur curatrice cycliste danseur danseuse \
     defenseur defenseure delegue deleguee depute deputee dessinateur dessinatrice dictateur directeur \
     directrice dirigeant dirigeante docteur docteure douanier doyen doyenne duc duchesse echevin echevine \
     ecrivain ecrivaine edile editeur editrice eleveur eleveuse elu elue emir empereur employe employee \
     enseignant enseignante entraineur entraineuse entrepreneur entrepreneuse envoye envoyee epouse epoux \
     etudiant etudiante eurodepute eurodeputee eveque expert experte exploitant exploitante facteur femme fille \
     fils fonctionnaire fondateur fondatrice footballeur footballeuse formateur formatrice frere gardien \
     gardienne gendarme general generale gerant gerante gouverneur gouverneure greffier guide habitant habitante \
     historien historienne homologue humoriste illustrateur illustratrice imam imperatrice infirmier infirmiere \
     ingenieur ingenieure inspecteur inspectrice instituteur institutrice joueur joueuse journaliste juge jure \
     lanceur laureat laureate leader libraire lieutenant magistrat magistrate maire mairesse major maraicher \
     maraichere marechal mari medaille medaillee medecin membre mere meteorologue milieu militaire militant \
     militante ministre moine musicien musicienne nageur nageuse navigateur negociateur negociatrice notaire \
     numero officier oligarque opposant opposante ouvrier ouvriere pape parolier partisan pasteur patron \
     patronne pecheur pediatre peintre pere philosophe photographe pilote plaignant plaignante poete policier \
     policiere pompier porte-parole prefet prefete premier premiere president presidente pretendant pretre \
     prince princesse principal principale procureur procureure producteur productrice professeur professeure \
     proprietaire proviseur proviseure psychiatre rabbin rappeur rappeuse rapporteur rapporteure realisateur \
     realisatrice recteur rectrice redacteur redactrice referent refugie reine representant representante \
     resistant resistante responsable restaurateur restauratrice retraite retraitee roi romancier romanciere \
     scenariste sculpteur secretaire selectionneur senateur senatrice sergent serveur serveuse sherif skieur \
     skieuse sociologue soeur soldat specialiste star styliste successeur suspect temoin traducteur traductrice \
     tresorier tresoriere tsar universitaire vainqueur vendeur vendeuse veteran veterinaire veuf veuve \
     vice-premier vice-president vice-presidente victime vigneron vigneronne viticulteur viticultrice zoologue"
);
